package org.zhuxi.transparency.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tree against RFC 6962, against 196 vectors of transparency-dev/merkle and against roots reckoned elsewhere. */
class MerkleVectorTests {

    private static final Path VECTORS = Path.of("src/test/resources/tlog");
    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> INPUTS = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HEX::parseHex)
            .toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final JsonMapper json = new JsonMapper();

    @Test
    void hashesLeavesAndNodesAsRfc6962Says() {
        var hasher = new TreeHasher();
        assertThat(HEX.formatHex(hasher.leaf("L123456".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        assertThat(HEX.formatHex(
                        hasher.node("N123".getBytes(StandardCharsets.UTF_8), "N456".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
    }

    @Test
    void growsThroughTheRootsOfTheEightStandardInputs() {
        for (var size = 0; size <= INPUTS.size(); size++) {
            var log = MemoryLog.of(INPUTS.subList(0, size));
            assertThat(HEX.formatHex(log.root())).as("size " + size).isEqualTo(ROOTS.get(size));
            assertThat(log.tree().root(size)).isEqualTo(log.root());
        }
    }

    @Test
    void judgesEveryInclusionVectorRightly() throws IOException {
        var files = files("inclusion");
        assertThat(files).hasSizeGreaterThanOrEqualTo(98);
        for (var file : files) {
            var vector = json.readTree(Files.readString(file));
            var holds = Proofs.includes(
                    bytes(vector.get("leafHash")),
                    number(vector.get("leafIdx")),
                    number(vector.get("treeSize")),
                    path(vector),
                    bytes(vector.get("root")));
            assertThat(holds)
                    .as(file.toString())
                    .isNotEqualTo(vector.get("wantErr").asBoolean());
        }
    }

    @Test
    void judgesEveryConsistencyVectorRightly() throws IOException {
        var files = files("consistency");
        assertThat(files).hasSizeGreaterThanOrEqualTo(98);
        for (var file : files) {
            var vector = json.readTree(Files.readString(file));
            var holds = Proofs.areConsistent(
                    number(vector.get("size1")),
                    number(vector.get("size2")),
                    path(vector),
                    bytes(vector.get("root1")),
                    bytes(vector.get("root2")));
            assertThat(holds)
                    .as(file.toString())
                    .isNotEqualTo(vector.get("wantErr").asBoolean());
        }
    }

    @Test
    void agreesWithRootsProofsAndTilesReckonedElsewhere() throws Exception {
        var vectors = json.readTree(Files.readString(VECTORS.resolve("own_vectors.json")));
        var log = new MemoryLog();
        var hasher = new TreeHasher();
        var roots = vectors.get("roots");
        for (var size = 0; size <= 70_000; size++) {
            if (roots.has(String.valueOf(size))) {
                assertThat(HEX.formatHex(log.root()))
                        .isEqualTo(roots.get(String.valueOf(size)).asString());
            }
            log.append(hasher.leaf(("entry-" + size).getBytes(StandardCharsets.UTF_8)));
        }
        for (var inclusion : vectors.get("inclusion")) {
            assertThat(hex(log.tree()
                            .inclusion(
                                    inclusion.get("index").asLong(),
                                    inclusion.get("size").asLong())))
                    .isEqualTo(texts(inclusion.get("proof")));
        }
        for (var consistency : vectors.get("consistency")) {
            assertThat(hex(log.tree()
                            .consistency(
                                    consistency.get("first").asLong(),
                                    consistency.get("second").asLong())))
                    .isEqualTo(texts(consistency.get("proof")));
        }
        var tiles = vectors.get("tiles_size_70000");
        for (var level = 0; level < 2; level++) {
            assertThat(sha256(log.hashes(level).subList(0, 256)))
                    .isEqualTo(tiles.get(String.valueOf(level))
                            .get("sha256_of_tile0")
                            .asString());
        }
    }

    /** Every place in every tree of up to 64 leaves; no wrong leaf and no wrong place is ever taken for right. */
    @Test
    void provesEveryLeafOfSmallTreesAndNothingElse() {
        var log = MemoryLog.of(
                IntStream.range(0, 64).mapToObj(i -> new byte[] {(byte) i}).toList());
        for (var size = 1; size <= 64; size++) {
            var root = log.tree().root(size);
            for (var index = 0; index < size; index++) {
                var path = log.tree().inclusion(index, size);
                for (var claimed = 0; claimed < size; claimed++) {
                    assertThat(Proofs.includes(log.leaf(index), claimed, size, path, root))
                            .isEqualTo(claimed == index);
                    assertThat(Proofs.includes(log.leaf(claimed), index, size, path, root))
                            .isEqualTo(claimed == index);
                }
            }
            for (var older = 1; older <= size; older++) {
                var path = log.tree().consistency(older, size);
                assertThat(Proofs.areConsistent(older, size, path, log.tree().root(older), root))
                        .isTrue();
            }
        }
    }

    @Test
    void goesOnFromAKeptEdge() {
        var whole = MemoryLog.of(INPUTS);
        for (var size = 0; size <= INPUTS.size(); size++) {
            var first = new Frontier((level, index, root) -> {});
            INPUTS.subList(0, size).forEach(input -> first.append(new TreeHasher().leaf(input)));
            var second = Frontier.of(size, first.edge(), (level, index, root) -> {});
            INPUTS.subList(size, INPUTS.size()).forEach(input -> second.append(new TreeHasher().leaf(input)));
            assertThat(second.root()).isEqualTo(whole.root());
        }
    }

    private static List<Path> files(String kind) throws IOException {
        try (var found = Files.walk(VECTORS.resolve("merkle-testdata").resolve(kind))) {
            return found.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.isNull() ? new byte[0] : Base64.getDecoder().decode(node.asString());
    }

    /** Some vectors hold unsigned numbers beyond any tree of ours; they come out negative and must be refused. */
    private static long number(JsonNode node) {
        return node.bigIntegerValue().longValue();
    }

    private static List<byte[]> path(JsonNode vector) {
        var path = new ArrayList<byte[]>();
        if (vector.get("proof") != null) {
            vector.get("proof").forEach(hash -> path.add(bytes(hash)));
        }
        return path;
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(HEX::formatHex).toList();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static String sha256(List<byte[]> hashes) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        hashes.forEach(digest::update);
        return HEX.formatHex(digest.digest());
    }
}
