"""What changes of the prices that chats watch: told once, whatever happened since they were told last."""
