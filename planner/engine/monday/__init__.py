"""Monday's questions: who could take this family, and who covers for somebody away."""
