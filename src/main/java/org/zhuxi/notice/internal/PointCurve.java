package org.zhuxi.notice.internal;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on the curve P-256 as browsers write them: 65 bytes, a four and the two coordinates. */
final class PointCurve {

    /** Bytes of a public key. */
    static final int BYTES = 65;

    private static final int COORDINATE = 32;
    private static final String NAME = "secp256r1";

    private PointCurve() {}

    static KeyPair generate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(NAME));
        return generator.generateKeyPair();
    }

    static ECParameterSpec parameters() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(NAME));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** @throws GeneralSecurityException when the bytes are no point of the curve */
    static ECPublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != BYTES || bytes[0] != 4) {
            throw new GeneralSecurityException("Not an uncompressed point");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, BYTES));
        var curve = parameters();
        if (!isOn(curve, x, y)) {
            throw new GeneralSecurityException("Not a point of the curve");
        }
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    static byte[] bytes(ECPublicKey key) {
        var bytes = new byte[BYTES];
        bytes[0] = 4;
        copy(key.getW().getAffineX(), bytes, 1);
        copy(key.getW().getAffineY(), bytes, 1 + COORDINATE);
        return bytes;
    }

    private static boolean isOn(ECParameterSpec spec, BigInteger x, BigInteger y) {
        var prime = ((ECFieldFp) spec.getCurve().getField()).getP();
        var right = x.pow(3)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB())
                .mod(prime);
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.pow(2).mod(prime).equals(right);
    }

    private static void copy(BigInteger coordinate, byte[] into, int at) {
        var bytes = coordinate.toByteArray();
        var from = Math.max(0, bytes.length - COORDINATE);
        System.arraycopy(bytes, from, into, at + COORDINATE - (bytes.length - from), bytes.length - from);
    }
}
