"""Pictures of answers: bars for what is compared, steps for how prices went."""
