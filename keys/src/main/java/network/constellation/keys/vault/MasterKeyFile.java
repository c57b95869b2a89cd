package network.constellation.keys.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import network.constellation.keys.provider.AesGcm;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;

/**
 * Seals with AES-256-GCM under a master key that lies in a file of its owner alone. Each sealing has a key of its own,
 * derived with a fresh salt, so no pair of key and nonce comes twice.
 */
public final class MasterKeyFile implements Sealer {
    private static final String FORM = "constellation:sealed:1";
    private static final String DERIVATION = "constellation:vault-key:1";
    private static final String HEAD = "constellation-master-key-1 ";
    private static final int SALT_LENGTH = 32;

    private final CryptoEngine engine;
    private final byte[] master;

    private MasterKeyFile(CryptoEngine engine, byte[] master) {
        this.engine = engine;
        this.master = master;
    }

    /** Makes a new master key; when the file exists already, that one is used. */
    public static MasterKeyFile openOrCreate(CryptoEngine engine, Path file) {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.directory(DurableFile.directoryOf(file));
                String line = HEAD + HexFormat.of().formatHex(engine.randomBytes(AesGcm.KEY_LENGTH)) + "\n";
                DurableFile.create(file, line.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // Somebody else was faster: theirs is the one.
        } catch (IOException failed) {
            throw new UncheckedIOException("The master key " + file + " could not be made.", failed);
        }
        return open(engine, file);
    }

    /** @throws VaultRefusedException when the file is missing, is none of ours, or may be read by others */
    public static MasterKeyFile open(CryptoEngine engine, Path file) {
        if (!Files.exists(file)) {
            throw new VaultRefusedException("The master key " + file
                    + " is missing: without it the private keys cannot be opened; restore it.");
        }
        try {
            String text = new String(DurableFile.read(file), StandardCharsets.US_ASCII).strip();
            if (!text.startsWith(HEAD)) {
                throw new VaultRefusedException(file + " is not a master key of this program.");
            }
            byte[] master = HexFormat.of().parseHex(text.substring(HEAD.length()));
            if (master.length != AesGcm.KEY_LENGTH) {
                throw new VaultRefusedException("The master key in " + file + " must have 64 hexadecimal digits.");
            }
            return new MasterKeyFile(engine, master);
        } catch (IllegalArgumentException notHex) {
            throw new VaultRefusedException("The master key in " + file + " must have 64 hexadecimal digits.");
        } catch (IOException failed) {
            throw new UncheckedIOException("The master key " + file + " could not be read.", failed);
        }
    }

    @Override
    public byte[] seal(String context, byte[] plain) {
        byte[] salt = engine.randomBytes(SALT_LENGTH);
        byte[] nonce = engine.randomBytes(AesGcm.NONCE_LENGTH);
        byte[] key = key(context, salt);
        byte[] sealed = engine.aesGcm().seal(key, nonce, context.getBytes(StandardCharsets.UTF_8), plain);
        Arrays.fill(key, (byte) 0);
        return new FieldWriter(FORM).add(salt).add(nonce).add(sealed).bytes();
    }

    @Override
    public Optional<byte[]> open(String context, byte[] sealed) {
        try {
            FieldReader in = new FieldReader(sealed, FORM);
            byte[] salt = in.bytes();
            byte[] nonce = in.bytes();
            byte[] content = in.bytes();
            in.end();
            return salt.length == SALT_LENGTH && nonce.length == AesGcm.NONCE_LENGTH
                    ? engine.aesGcm().open(key(context, salt), nonce, context.getBytes(StandardCharsets.UTF_8), content)
                    : Optional.empty();
        } catch (MalformedFieldsException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] key(String context, byte[] salt) {
        return Digests.hmacSha256(
                master, new FieldWriter(DERIVATION).add(context).add(salt).bytes());
    }

    @Override
    public String toString() {
        return "MasterKeyFile[secret]";
    }
}
