package org.zhuxi.account.internal.passkey;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.session.SessionPeople;
import org.zhuxi.platform.database.Outage;
import org.zhuxi.platform.security.SignedIn;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two exchanges of WebAuthn: a device makes a key for us, and later signs a challenge with it. Between question and
 * answer only the challenge is kept; everything else of a question follows from the settings.
 */
@EnableConfigurationProperties(PasskeySettings.class)
@Component
public class PasskeyCeremony {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremony.class);
    private static final String NAME = "Zhuxi 竹西";

    private final Actors actors;
    private final Supplier<WebAuthnRelyingPartyOperations> operations;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyCeremony(
            Actors actors,
            PasskeyOwners owners,
            PasskeyStore store,
            PasskeySettings settings,
            Environment environment) {
        this.actors = actors;
        // the port is known when the first request comes, not before
        this.operations = SingletonSupplier.of(() -> operations(owners, store, settings, environment));
    }

    /** A question to a browser. */
    public record Question(String challenge, String json) {}

    /** Asks for a new key of an account's. */
    public Question askForKey(UUID account) {
        var options = creationOptions(account);
        return new Question(options.getChallenge().toBase64UrlString(), json.writeValueAsString(options));
    }

    /** Asks whoever is there to prove who he is. */
    public Question askForProof() {
        var options = requestOptions();
        return new Question(options.getChallenge().toBase64UrlString(), json.writeValueAsString(options));
    }

    /** @throws SignInRefused.WrongPasskey when the answer does not fit the question */
    public void register(UUID account, String challenge, String credential, String label) {
        try {
            var asked = creationOptions(account);
            var answer = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            operations
                    .get()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            withChallenge(asked, challenge), new RelyingPartyPublicKey(answer, label)));
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    /**
     * Who signed the challenge.
     *
     * @throws SignInRefused.WrongPasskey when nobody here did
     */
    public SignedIn prove(String challenge, String credential) {
        try {
            var asked = withChallenge(requestOptions(), challenge);
            var answer = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = operations.get().authenticate(new RelyingPartyAuthenticationRequest(asked, answer));
            return actors.find(PasskeyOwners.account(owner.getId()))
                    .filter(SignedIn::active)
                    .orElseThrow(SignInRefused.WrongPasskey::new);
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(RuntimeException cause) {
        if (Outage.isCauseOf(cause)) {
            return cause;
        }
        LOG.info("A passkey was not accepted: {}", cause.getMessage());
        var refused = new SignInRefused.WrongPasskey();
        refused.initCause(cause);
        return refused;
    }

    private PublicKeyCredentialCreationOptions creationOptions(UUID account) {
        var person = actors.find(account).orElseThrow(SignInRefused.WrongPasskey::new);
        return operations
                .get()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(SessionPeople.authenticated(person)));
    }

    private PublicKeyCredentialRequestOptions requestOptions() {
        var anybody =
                new AnonymousAuthenticationToken("anybody", "anybody", AuthorityUtils.createAuthorityList("ANYBODY"));
        return operations
                .get()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(anybody));
    }

    private static PublicKeyCredentialCreationOptions withChallenge(
            PublicKeyCredentialCreationOptions asked, String challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(asked.getRp())
                .user(asked.getUser())
                .challenge(Bytes.fromBase64(challenge))
                .pubKeyCredParams(asked.getPubKeyCredParams())
                .timeout(asked.getTimeout())
                .excludeCredentials(asked.getExcludeCredentials())
                .authenticatorSelection(asked.getAuthenticatorSelection())
                .attestation(asked.getAttestation())
                .extensions(asked.getExtensions())
                .build();
    }

    private static PublicKeyCredentialRequestOptions withChallenge(
            PublicKeyCredentialRequestOptions asked, String challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(asked.getRpId())
                .challenge(Bytes.fromBase64(challenge))
                .timeout(asked.getTimeout())
                .allowCredentials(asked.getAllowCredentials())
                .userVerification(asked.getUserVerification())
                .extensions(asked.getExtensions())
                .build();
    }

    /** The device must check its owner (finger, face, PIN), for a passkey replaces the password. */
    private static WebAuthnRelyingPartyOperations operations(
            PasskeyOwners owners, PasskeyStore store, PasskeySettings settings, Environment environment) {
        Set<String> origins = new HashSet<>(settings.origins());
        if (origins.isEmpty()) {
            var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
            origins.add("http://" + settings.relyingParty() + ":" + port);
        }
        var party = PublicKeyCredentialRpEntity.builder()
                .id(settings.relyingParty())
                .name(NAME)
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(owners, store, party, origins);
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
