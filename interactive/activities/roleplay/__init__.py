"""The role-play: a branching story in scenes. The learner convenes, chooses, and lives with what comes of it; then the debrief."""
