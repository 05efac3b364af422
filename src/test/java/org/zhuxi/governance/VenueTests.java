package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Instant;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class VenueTests {

    private final Venues venues;
    private final Meetings meetings;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final Actor resident;

    VenueTests(Venues venues, Meetings meetings, MockMvc web, World world, Accounts accounts) {
        this.venues = venues;
        this.meetings = meetings;
        this.web = web;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = accounts.actorOf(made.username("resident"));
    }

    private Venue opened(String place) {
        return venues.open(
                clerk, Ids.next(), made.communityCode() + place, new Names("议事亭", ""), "门口", Origin.SYNTHETIC, "");
    }

    private Meeting called(UUID venue) {
        return meetings.call(
                clerk,
                Ids.next(),
                new NewMeeting(made.communityCode(), null, venue, MeetingKind.HEARING, "试", Instant.now(), "", false),
                Origin.SYNTHETIC);
    }

    @Test
    void o25StandOnThreeLevelsAndMeetingsAreHeldInThem() throws Exception {
        assertThat(opened("").level()).isEqualTo(PlaceKind.COMMUNITY);
        assertThat(opened("-Q1").level()).isEqualTo(PlaceKind.QUARTER);
        var pavilion = opened("-Q1-B01");
        assertThat(pavilion.level()).isEqualTo(PlaceKind.BUILDING);
        assertThat(called(pavilion.id()).venue()).isEqualTo(pavilion.id());
        venues.close(clerk, pavilion.id(), true);
        assertThatThrownBy(() -> called(pavilion.id())).isInstanceOf(GovernanceRefused.NoPlace.class);
        venues.close(clerk, pavilion.id(), false);
        assertThat(called(pavilion.id()).venue()).isEqualTo(pavilion.id());
        assertThat(venues.list(made.path(), "", 10, null).items()).hasSize(3);
        web.perform(get("/governance/venues").param("place", made.communityCode()))
                .andExpect(content().string(Matchers.containsString("议事亭")));
    }

    @Test
    void areNotOpenedByResidents() {
        assertThatThrownBy(() -> venues.open(
                        resident, Ids.next(), made.communityCode(), new Names("x", "x"), "", Origin.SYNTHETIC, ""))
                .isInstanceOf(Refused.Forbidden.class);
    }
}
