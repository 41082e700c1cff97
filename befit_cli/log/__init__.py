"""What was done: the log file, the words of a session that was done, and files of other apps."""
