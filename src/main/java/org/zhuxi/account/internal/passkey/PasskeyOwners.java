package org.zhuxi.account.internal.passkey;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.platform.security.SignedIn;

/** Accounts as owners of passkeys: the handle is the account's id, so there is nothing further to keep. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final Actors actors;

    PasskeyOwners(Actors actors) {
        this.actors = actors;
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return handle.getBytes().length == 16
                ? actors.find(account(handle))
                        .filter(SignedIn::active)
                        .map(PasskeyOwners::entity)
                        .orElse(null)
                : null;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return actors.findByName(username)
                .filter(SignedIn::active)
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        // an account is opened elsewhere
    }

    @Override
    public void delete(Bytes handle) {
        // an account is closed elsewhere
    }

    private static PublicKeyCredentialUserEntity entity(SignedIn person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(person.actor().account()))
                .name(person.username())
                .displayName(person.actor().name())
                .build();
    }
}
