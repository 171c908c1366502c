package fr.quartdheure.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** What signs the heads (Ed25519, of the JDK): made once, readable by its owner alone; its public half beside it. */
final class HeadKey {

    private static final String PRIVATE = "key.pem";
    private static final String PUBLIC = "key.pub.pem";
    private static final String ALGORITHM = "Ed25519";

    private HeadKey() {}

    static PrivateKey privateIn(Path folder) throws IOException {
        Path file = folder.resolve(PRIVATE);
        try {
            if (!Files.exists(file)) {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                Files.writeString(
                        folder.resolve(PUBLIC), pem("PUBLIC", pair.getPublic().getEncoded()));
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, pem("PRIVATE", pair.getPrivate().getEncoded()));
            }
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes(file)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no Ed25519 key: put back the file that stood there", e);
        }
    }

    static PublicKey publicIn(Path folder) throws IOException {
        Path file = folder.resolve(PUBLIC);
        if (!Files.exists(file)) {
            throw new IOException("there is no " + PUBLIC + " in " + folder);
        }
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(file)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no Ed25519 key", e);
        }
    }

    static Head sign(PrivateKey key, long position, String hash, Instant at) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(Head.signed(position, hash, at));
            return new Head(position, hash, at, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with Ed25519", e);
        }
    }

    static boolean isSigned(PublicKey key, Head head) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(Head.signed(head.position(), head.hash(), head.at()));
            return signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String pem(String kind, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + " KEY-----\n" + lines + "\n-----END " + kind + " KEY-----\n";
    }

    private static byte[] bytes(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        return Base64.getMimeDecoder().decode(text);
    }
}
