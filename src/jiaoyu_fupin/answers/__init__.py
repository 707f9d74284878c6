"""What a policy grants one subject, a family of policies, a whole roster: findings with their reasons."""
