package org.zhuxi.place.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.BoundingBox;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;

/** Finds places of all kinds by code and path, from the cache where it can. */
@Component
public class PlaceFinder {

    private final DivisionStore divisions;
    private final CommunityStore communities;
    private final PremisesStore premises;
    private final SiteStore sites;
    private final PlaceCache cache;
    private final Today today;

    PlaceFinder(
            DivisionStore divisions,
            CommunityStore communities,
            PremisesStore premises,
            SiteStore sites,
            PlaceCache cache,
            Today today) {
        this.divisions = divisions;
        this.communities = communities;
        this.premises = premises;
        this.sites = sites;
        this.cache = cache;
        this.today = today;
    }

    public Map<String, Place> findByCodes(Collection<String> codes) {
        return cache.places()
                .getAll(
                        new LinkedHashSet<>(codes),
                        missing -> read(missing).stream().collect(Collectors.toMap(Place::code, Function.identity())));
    }

    public Optional<Place> findByCode(String code) {
        return Optional.ofNullable(findByCodes(List.of(code)).get(code));
    }

    public Optional<Place> findByPath(PlacePath path) {
        var communityPath = PlaceCode.communityPath(path).orElse(path);
        var upper = divisions.findByPath(communityPath, today.get()).stream().findFirst();
        return communityPath.equals(path)
                ? upper
                : upper.flatMap(community -> findByCode(PlaceCode.codeAt(community.code(), community.path(), path)));
    }

    public Optional<Community> findCommunity(CommunityId id) {
        return Optional.ofNullable(cache.communities()
                .get(id, missing -> communities.find(missing, today.get()).orElse(null)));
    }

    public List<Community> communitiesAt(PlacePath path) {
        return communities.listAt(PlaceCode.communityPath(path).orElse(path), today.get());
    }

    public List<Community> communitiesAt(PlacePath path, int limit) {
        return communities.listAt(PlaceCode.communityPath(path).orElse(path), limit, today.get());
    }

    public List<Community> communitiesWithin(BoundingBox box, int limit) {
        return communities.listWithin(box, limit, today.get());
    }

    private List<Place> read(Collection<? extends String> codes) {
        var below = codes.stream().filter(PlaceCode::isBelowCommunity).toList();
        var found = new ArrayList<Place>();
        found.addAll(divisions.findByCodes(
                codes.stream()
                        .filter(PlaceCode::isDivision)
                        .map(String.class::cast)
                        .toList(),
                today.get()));
        if (!below.isEmpty()) {
            found.addAll(readBelow(below.stream().map(String.class::cast).toList()));
        }
        return found;
    }

    private List<Place> readBelow(List<String> codes) {
        var of = findByCodes(
                        codes.stream().map(PlaceCode::communityOf).distinct().toList())
                .values()
                .stream()
                .map(Place::community)
                .filter(java.util.Objects::nonNull)
                .map(CommunityId::value)
                .toList();
        var found = new ArrayList<>(premises.findByCodes(of, codes));
        var siteCodes = codes.stream().filter(PlaceCode::isSite).toList();
        if (!siteCodes.isEmpty()) {
            sites.findByCodes(of, siteCodes).stream().map(SiteStore::place).forEach(found::add);
        }
        return found;
    }
}
