"""What a text or a table says of people: proposed, for somebody who looks at it before it is kept."""
