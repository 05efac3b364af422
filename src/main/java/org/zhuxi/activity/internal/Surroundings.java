package org.zhuxi.activity.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Looks up, a few queries for a whole batch, what its submissions refer to. */
@Component
class Surroundings {

    private final Places places;
    private final EvidenceStore evidence;

    Surroundings(Places places, EvidenceStore evidence) {
        this.places = places;
        this.evidence = evidence;
    }

    Known lookUp(Collection<Submission> submissions) {
        var codes = submissions.stream().map(Submission::place).collect(Collectors.toSet());
        var households = submissions.stream()
                .map(Submission::household)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var files = submissions.stream()
                .flatMap(submission -> submission.evidence().stream())
                .collect(Collectors.toSet());
        return new Known(
                places.findByCodes(codes),
                households.isEmpty() ? Map.of() : places.communitiesOfHouseholds(households),
                files.isEmpty() ? Set.of() : Set.copyOf(evidence.list(files)));
    }

    /** What a batch refers to, as far as it exists. */
    final class Known {

        private final Map<String, Place> placesByCode;
        private final Map<UUID, CommunityId> households;
        private final Set<EvidenceStore.File> files;
        private final Map<CommunityId, Community> communities = new HashMap<>();
        private final Map<Located, Boolean> sites = new HashMap<>();

        private Known(
                Map<String, Place> placesByCode, Map<UUID, CommunityId> households, Set<EvidenceStore.File> files) {
            this.placesByCode = placesByCode;
            this.households = households;
            this.files = files;
        }

        Optional<Place> place(String code) {
            return Optional.ofNullable(placesByCode.get(code));
        }

        Community community(CommunityId id) {
            return communities.computeIfAbsent(id, places::getCommunity);
        }

        boolean lives(@Nullable UUID household, CommunityId community) {
            return household == null || community.equals(households.get(household));
        }

        boolean stands(@Nullable UUID site, CommunityId community) {
            return site == null
                    || sites.computeIfAbsent(
                            new Located(community, site),
                            key -> places.findSite(community, site).isPresent());
        }

        /** The kinds of the files, or empty when one of them is not there. */
        Optional<Set<EvidenceKind>> kindsOf(Collection<String> hashes, CommunityId community) {
            var kinds = new HashSet<EvidenceKind>();
            for (var hash : hashes) {
                var file = files.stream()
                        .filter(candidate -> candidate.is(community, hash))
                        .findFirst();
                if (file.isEmpty()) {
                    return Optional.empty();
                }
                kinds.add(file.get().kind());
            }
            return Optional.of(kinds);
        }
    }

    private record Located(CommunityId community, UUID site) {}
}
