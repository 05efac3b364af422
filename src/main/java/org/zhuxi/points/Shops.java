package org.zhuxi.points;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.place.Site;
import org.zhuxi.points.internal.ShopStore;

/** Exchange shops (兑换点): where they are and when they are open. What they give for points is in {@link ShopGoods}. */
@Service
public class Shops {

    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_NAME = 60;
    private static final UUID FIRST = new UUID(0, 0);

    private final ShopStore store;
    private final Places places;
    private final Register register;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Shops(ShopStore store, Places places, Register register, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.register = register;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Opens a shop on a site of its own, for those who may add places as well; it has no opening hours yet.
     *
     * @throws Refused.NotFound when the code names no community
     */
    @Transactional
    public Shop add(Actor actor, NewShop shop) {
        var place = places.findByCode(shop.community()).orElseThrow(() -> new Refused.NotFound(shop.community()));
        var community = place.community();
        if (place.kind() != PlaceKind.COMMUNITY || community == null) {
            throw new Refused.NotFound(shop.community());
        }
        actor.require(PointsPermissions.MANAGE_SHOPS, place.path());
        requireWords("name", shop.name().zh(), LONGEST_NAME);
        requireWords("nameEn", shop.name().en(), LONGEST_NAME);
        requireNote(shop.note());
        var taken = places.sitesAt(place.path(), Shop.SITE_TYPE).stream()
                .map(Site::code)
                .collect(Collectors.toSet());
        var code = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "%s-S-SHOP%02d".formatted(place.code(), i))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
        register.addPlaces(
                actor,
                community,
                List.of(NewPlace.site(code, Shop.SITE_TYPE, shop.name(), shop.location(), shop.origin())));
        var site = places.sitesAt(place.path(), Shop.SITE_TYPE).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        store.insert(community, site.id(), shop.note().strip(), actor.account(), clock.instant(), shop.origin());
        audit(actor, "shop.added", site, shop.name().zh());
        return get(site.id());
    }

    /** Shops at or below a place that take redemptions. */
    @Transactional(readOnly = true)
    public Slice<Shop> list(PlacePath at, int limit, @Nullable String after) {
        var communities = at.equals(PlacePath.NATION)
                ? null
                : places.communitiesAt(at).stream().map(Community::id).toList();
        var key = Key.parse(after);
        var rows = Slice.of(
                store.list(communities, key.community(), key.shop(), limit + 1),
                limit,
                row -> row.community().value() + "." + row.id());
        return new Slice<>(
                shops(rows.items()).stream()
                        .filter(shop -> at.contains(shop.site().path()))
                        .toList(),
                rows.next());
    }

    @Transactional(readOnly = true)
    public Shop get(UUID id) {
        return find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    @Transactional(readOnly = true)
    public Optional<Shop> find(UUID id) {
        return store.find(id).map(List::of).map(this::shops).stream()
                .flatMap(List::stream)
                .findFirst();
    }

    /** The shops at which this actor may do what the permission allows; at most a hundred a place. */
    @Transactional(readOnly = true)
    public List<Shop> listFor(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .distinct()
                .flatMap(place -> list(place, 100, null).items().stream())
                .distinct()
                .toList();
    }

    /** Sets when a shop is open from now on. */
    @Transactional
    public Shop setHours(Actor actor, UUID id, ShopHours hours) {
        var shop = managed(actor, id);
        if (hours.overlaps()) {
            throw new ShopRefused.Unreadable("hours", "shop-hours-overlap");
        }
        store.setHours(shop.community(), id, hours);
        audit(actor, "shop.hours", shop.site(), hours.windows().size() + " windows");
        return get(id);
    }

    /** Changes what neighbours should know. */
    @Transactional
    public Shop setNote(Actor actor, UUID id, String note) {
        var shop = managed(actor, id);
        requireNote(note);
        store.setNote(shop.community(), id, note.strip());
        audit(actor, "shop.note", shop.site(), note.strip());
        return get(id);
    }

    /** Closes a shop for good, or opens it again; what waits there can still be picked up. */
    @Transactional
    public Shop setClosed(Actor actor, UUID id, boolean closed) {
        var shop = managed(actor, id);
        store.setClosed(shop.community(), id, closed ? clock.instant() : null);
        audit(actor, closed ? "shop.closed" : "shop.reopened", shop.site(), "");
        return get(id);
    }

    private Shop managed(Actor actor, UUID id) {
        var shop = get(id);
        actor.require(PointsPermissions.MANAGE_SHOPS, shop.site().path());
        return shop;
    }

    private List<Shop> shops(List<ShopStore.Row> rows) {
        var hours = store.hours(rows);
        Map<CommunityId, Community> communities = rows.stream()
                .map(ShopStore.Row::community)
                .distinct()
                .collect(Collectors.toMap(id -> id, places::getCommunity));
        return rows.stream()
                .flatMap(row -> places.findSite(row.community(), row.id()).stream()
                        .map(site -> shop(
                                row,
                                site,
                                hours.getOrDefault(row.id(), ShopHours.NONE),
                                Objects.requireNonNull(communities.get(row.community())))))
                .toList();
    }

    private Shop shop(ShopStore.Row row, Site site, ShopHours hours, Community community) {
        var local = clock.instant().atZone(community.zone()).toLocalDateTime();
        return new Shop(site, row.note(), hours, !row.isClosed() && hours.isOpenAt(local), row.isClosed());
    }

    private void audit(Actor actor, String action, Site site, String detail) {
        events.publishEvent(new Audited(actor, action, site.code(), site.path(), detail));
    }

    static void requireWords(String field, String words, int longest) {
        if (words.isBlank() || words.length() > longest || words.indexOf('\0') >= 0) {
            throw new ShopRefused.Unreadable(field, "shop-words", longest);
        }
    }

    private static void requireNote(String note) {
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new ShopRefused.Unreadable("note", "shop-note-too-long", LONGEST_NOTE);
        }
    }

    private record Key(int community, UUID shop) {

        static Key parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return new Key(0, FIRST);
            }
            var dot = text.indexOf('.');
            try {
                return new Key(Integer.parseInt(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
            } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
                throw new Refused.NotFound(text);
            }
        }
    }
}
