"""Rules for what the build leaves behind: finished pages, and the rooms they were made from."""
