"""Read, check, word and render structured facts about one medicine."""
