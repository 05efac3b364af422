-- Without a password only passkeys, a linked identity or a card sign somebody in.
alter table account.account alter column password_hash drop not null;
