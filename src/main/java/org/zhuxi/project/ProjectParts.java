package org.zhuxi.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Noting;
import org.zhuxi.project.internal.PartStore;
import org.zhuxi.project.internal.Texts;

/** The products a project uses and the documents it shows. */
@Service
public class ProjectParts {

    private static final int NAME = 100;

    private final PartStore store;
    private final EvidenceFiles files;
    private final Noting noting;
    private final Gate gate;

    ProjectParts(PartStore store, EvidenceFiles files, Noting noting, Gate gate) {
        this.store = store;
        this.files = files;
        this.noting = noting;
        this.gate = gate;
    }

    /** Lists a product; it is green when it has a certificate. */
    @Transactional
    public Product addProduct(Actor actor, UUID project, NewProduct typed) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        var amount = typed.amountFen();
        var product = new Product(
                Ids.next(),
                Texts.required("name", typed.name(), NAME),
                Texts.optional("supplier", typed.supplier(), NAME),
                amount == null ? null : (Long) Texts.fen("amount", amount),
                Texts.optional("certificate", typed.certificate(), NAME));
        store.insert(found, product, actor.account(), gate.now());
        noting.note(found.community(), gate.today());
        gate.audit(actor, "product", found, product.name());
        return product;
    }

    /** Takes a product off the list. */
    @Transactional
    public void removeProduct(Actor actor, UUID project, UUID product) {
        remove(actor, project, PartStore.Table.PRODUCT, product);
    }

    /** Adds a photo or PDF that everybody may open; a project above communities has none. */
    @Transactional
    public ProjectFile addFile(Actor actor, UUID project, @Nullable String title, InputStream content)
            throws IOException {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        if (found.community() == 0) {
            throw new ProjectRefused.NoCommunity();
        }
        var community = new CommunityId(found.community());
        var named = Texts.required("title", title, NAME);
        var kept = files.keepFor(actor, community, content);
        var file = new ProjectFile(Ids.next(), community, named, kept.sha256(), kept.mime(), kept.bytes());
        store.insert(found, file, actor.account(), gate.now());
        gate.audit(actor, "document", found, named);
        return file;
    }

    @Transactional
    public void removeFile(Actor actor, UUID project, UUID file) {
        remove(actor, project, PartStore.Table.DOCUMENT, file);
    }

    private void remove(Actor actor, UUID project, PartStore.Table table, UUID id) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        if (!store.remove(table, found, id, actor.account(), gate.now())) {
            throw new Refused.NotFound(id);
        }
        noting.note(found.community(), gate.today());
        gate.audit(actor, "removed", found, table.name() + " " + id);
    }

    /** A document to be shown. @param path where its bytes lie */
    public record Opened(ProjectFile file, Path path) {}

    /** Opens a document of a project; everybody may. */
    @Transactional(readOnly = true)
    public Opened open(UUID project, UUID id) {
        var file = store.files(gate.get(project)).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(id));
        return new Opened(file, files.of(file.community(), file.sha256()).path());
    }
}
