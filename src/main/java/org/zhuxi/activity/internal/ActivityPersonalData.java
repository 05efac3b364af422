package org.zhuxi.activity.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Grant;
import org.zhuxi.place.Places;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** What the person's households did, what the person recorded for others, and the photos the person took. */
@Component
class ActivityPersonalData implements PersonalData {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Activities activities;
    private final PersonalRecords records;
    private final FileVault vault;
    private final Places places;

    ActivityPersonalData(Activities activities, PersonalRecords records, FileVault vault, Places places) {
        this.activities = activities;
        this.records = records;
        this.vault = vault;
        this.places = places;
    }

    @Override
    public String module() {
        return "activity";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        households(subject, archive);
        var own = records.listRecorded(subject.account(), whereRecording(subject));
        archive.table("recorded-by-me", List.of("id", "kind", "day", "recorded_at", "state"), sink -> {
            for (var row : own) {
                sink.row(row.id(), row.kind(), row.localDate(), row.recordedAt(), row.state());
            }
        });
        var files = records.listUploaded(subject.account());
        archive.table("uploads", List.of("sha256", "mime", "bytes", "uploaded_at"), sink -> {
            for (var file : files) {
                sink.row(file.sha256(), file.mime(), file.bytes(), file.uploadedAt());
            }
        });
        for (var sha256 :
                files.stream().map(PersonalRecords.Upload::sha256).distinct().toList()) {
            if (Files.exists(vault.path(sha256))) {
                archive.file(sha256, vault.path(sha256));
            }
        }
    }

    private void households(DataSubject subject, PersonalArchive archive) throws IOException {
        var columns = List.of(
                "household_id",
                "id",
                "kind",
                "day",
                "occurred_at",
                "quantities",
                "grade",
                "note",
                "state",
                "recorded_at",
                "supersedes");
        archive.table("records", columns, sink -> {
            for (var household : subject.actor().households()) {
                @Nullable String after = null;
                do {
                    var filter = ActivityFilter.of(household.id());
                    var page = activities.list(subject.actor(), filter, ROWS_AT_ONCE, after);
                    for (var activity : page.items()) {
                        sink.row(
                                household.id(),
                                activity.id(),
                                activity.kind(),
                                activity.localDate(),
                                activity.occurredAt(),
                                activity.quantities(),
                                activity.grade(),
                                activity.note(),
                                activity.state(),
                                activity.recordedAt(),
                                activity.supersedes());
                    }
                    after = page.next();
                } while (after != null);
            }
        });
    }

    /** The communities in which the person records, or lives. */
    private List<Integer> whereRecording(DataSubject subject) {
        var ofRoles = subject.actor().grants().stream()
                .filter(grant -> ActivityPermissions.RECORD.roles().contains(grant.role()))
                .map(Grant::place)
                .flatMap(place -> places.communitiesAt(place).stream())
                .map(community -> community.id().value());
        var ofHomes = subject.actor().households().stream()
                .map(home -> home.community().value());
        return java.util.stream.Stream.concat(ofRoles, ofHomes).distinct().toList();
    }

    /** Photos that no record needs any more go; those that prove a record that counts stay, for they prove it to others. */
    @Override
    public void erase(DataSubject subject) {
        records.deleteNeedless(subject.account());
    }

    @Override
    public List<String> removes() {
        return List.of("activity.erasure.removes.photos");
    }

    @Override
    public List<String> keeps() {
        return List.of("activity.erasure.keeps.records", "activity.erasure.keeps.photos");
    }
}
