"""What keeps a running bot up to date: edits of its knowledge folder, and newer prices and rates from elsewhere."""
