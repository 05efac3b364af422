package org.zhuxi.transparency.internal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Checks inclusion and consistency proofs after RFC 9162 §2.1.3.2 and §2.1.4.2; anything out of form is wrong. */
final class Proofs {

    private Proofs() {}

    static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || !areHashes(path) || leaf.length != TreeHasher.LENGTH) {
            return false;
        }
        var hasher = new TreeHasher();
        var at = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = hasher.node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hasher.node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree of {@code second} leaves begins with the tree of {@code first} leaves, which must not be empty. */
    static boolean areConsistent(long first, long second, List<byte[]> path, byte[] firstRoot, byte[] secondRoot) {
        if (first <= 0 || first > second || !areHashes(path)) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        var hashes = new ArrayList<byte[]>(path.size() + 1);
        if (Long.bitCount(first) == 1) {
            hashes.add(firstRoot);
        }
        hashes.addAll(path);
        return walk(first, second, hashes, firstRoot, secondRoot);
    }

    private static boolean walk(long first, long second, List<byte[]> hashes, byte[] firstRoot, byte[] secondRoot) {
        var hasher = new TreeHasher();
        var skipped = Long.numberOfTrailingZeros(~(first - 1));
        var at = (first - 1) >> skipped;
        var last = (second - 1) >> skipped;
        var older = hashes.getFirst();
        var newer = older;
        for (var hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                older = hasher.node(hash, older);
                newer = hasher.node(hash, newer);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                newer = hasher.node(newer, hash);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(older, firstRoot) && MessageDigest.isEqual(newer, secondRoot);
    }

    private static boolean areHashes(List<byte[]> path) {
        return path.stream().allMatch(hash -> hash.length == TreeHasher.LENGTH);
    }
}
