package org.caseward.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys that seal documents and raw messages: numbered master keys in a file only its owner can read, a key for each program derived from them (HKDF-SHA256, RFC 5869).
 *
 * <p>A sealed value is {@code version(1) | master key number(4) | nonce(12) | AES-256-GCM ciphertext and tag}. The newest master key seals; older ones still open.
 * Addresses are made under the first key for ever, so that a rotation does not lose what is already kept.
 */
public final class KeyRing {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER = 1 + Integer.BYTES + NONCE;

    private final TreeMap<Integer, byte[]> masters;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    private KeyRing(TreeMap<Integer, byte[]> masters) {
        this.masters = masters;
    }

    /** Opens the key file; makes one with a first key where there is none. */
    public static KeyRing open(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        Properties kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        TreeMap<Integer, byte[]> masters = new TreeMap<>();
        kept.forEach((number, key) -> masters.put(
                Integer.parseInt(number.toString()), Base64.getDecoder().decode(key.toString())));
        if (masters.isEmpty() || masters.values().stream().anyMatch(key -> key.length != 32)) {
            throw new IOException(
                    "The key file " + file
                            + " holds no usable key. Restore it from its backup: without it nothing that was kept can be read.");
        }
        return new KeyRing(masters);
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "1=" + Base64.getEncoder().encodeToString(key) + "\n");
    }

    /** Seals bytes for a program; {@code context} (an address, a receipt id) is authenticated with them. */
    public byte[] seal(String program, String context, byte[] plain) {
        int number = masters.lastKey();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, number, program, context, nonce);
            ByteBuffer out = ByteBuffer.allocate(HEADER + cipher.getOutputSize(plain.length));
            out.put(VERSION).putInt(number).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), out);
            return out.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** @throws IllegalStateException where the bytes were not sealed for this program and context, or were changed since */
    public byte[] open(String program, String context, byte[] sealed) {
        if (sealed.length < HEADER) {
            throw new IllegalStateException("A sealed document was cut short");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte version = in.get();
        int number = in.getInt();
        if (version != VERSION || !masters.containsKey(number)) {
            throw new IllegalStateException("Sealed under key " + number + ", which the key ring does not hold");
        }
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, number, program, context, nonce)
                    .doFinal(sealed, HEADER, sealed.length - HEADER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed document failed its authentication", e);
        }
    }

    /** The keyed hash (HMAC-SHA256) of bytes under the program's addressing key. */
    public byte[] address(String program, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(masters.firstKey(), "address", program));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Addressing failed", e);
        }
    }

    /** One for each thread: looking up who provides it was a tenth of what a receipt costs. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    });

    private Cipher cipher(int mode, int number, String program, String context, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, key(number, "seal", program), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((program + '\n' + context).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(int number, String purpose, String program) {
        return derived.computeIfAbsent(number + "/" + purpose + "/" + program, info -> derive(number, purpose, info));
    }

    private SecretKey derive(int number, String purpose, String info) {
        try {
            HKDFParameterSpec spec = HKDFParameterSpec.ofExtract()
                    .addIKM(masters.get(number))
                    .thenExpand(("caseward/" + info).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(purpose.equals("seal") ? "AES" : "HmacSHA256", spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Deriving a key failed", e);
        }
    }
}
