"""What can be told of a policy without a subject."""
