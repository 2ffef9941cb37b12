package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caseward.intake.sftp.TemporaryNames;

/**
 * Where one provider's files lie: {@code providers/USER} is all it sees, {@code arriving/USER} beside it holds what is being written. So whatever stands in the visible tree
 * under a final name is whole, also after the power went.
 */
final class ProviderTree {
    static final int DEEPEST = 4;
    private static final int LONGEST_NAME = 200;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final String user;
    private final Path root;
    private final Path arriving;

    private ProviderTree(String user, Path root, Path arriving) {
        this.user = user;
        this.root = root;
        this.arriving = arriving;
    }

    /** @param user becomes a folder's name: letters, digits and {@code . _ @ -}, no dot first */
    static boolean nameable(String user) {
        return user.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    }

    /** Opens the tree; makes it where there is none. */
    static ProviderTree open(Path base, String user) throws IOException {
        if (!nameable(user)) {
            throw new AccessDeniedException("The user name can't be a folder's name");
        }
        Path all = base.toAbsolutePath().normalize();
        ProviderTree tree = new ProviderTree(
                user,
                all.resolve("providers").resolve(user),
                all.resolve("arriving").resolve(user));
        for (Path folder : List.of(tree.root, tree.arriving, tree.accepted(), tree.refused())) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        return tree;
    }

    /** The users that have a tree. */
    static List<String> users(Path base) throws IOException {
        Path providers = base.toAbsolutePath().normalize().resolve("providers");
        if (!Files.isDirectory(providers)) {
            return List.of();
        }
        try (var folders = Files.list(providers)) {
            return folders.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .map(folder -> folder.getFileName().toString())
                    .filter(ProviderTree::nameable)
                    .sorted()
                    .toList();
        }
    }

    String user() {
        return user;
    }

    Path root() {
        return root;
    }

    Path accepted() {
        return root.resolve("accepted");
    }

    Path refused() {
        return root.resolve("refused");
    }

    Path arriving() {
        return arriving;
    }

    Path newArrival() {
        return arriving.resolve(UUID.randomUUID().toString());
    }

    /** The path as the provider writes it, without the leading slash. */
    String shown(Path file) {
        return root.relativize(file).toString();
    }

    /** What the provider calls {@code virtual}, as it lies on our disk. */
    Path local(Path virtual) throws AccessDeniedException {
        Path inside = virtual.toAbsolutePath().normalize();
        Path local = root.resolve(inside.toString().substring(1)).normalize();
        if (!local.startsWith(root)) {
            throw new AccessDeniedException("Outside of your folder");
        }
        return local;
    }

    /** Links lead where nobody looked; our own trees hold none. */
    void refuseLinks(Path local) throws AccessDeniedException {
        Path step = root;
        for (Path part : root.relativize(local)) {
            step = step.resolve(part);
            if (Files.isSymbolicLink(step)) {
                throw new AccessDeniedException("Links are not followed");
            }
        }
    }

    /** Whether the provider may write there: everywhere but in our answers. */
    boolean writable(Path local) {
        return !local.equals(root) && !local.startsWith(accepted()) && !local.startsWith(refused());
    }

    /** Whether a file or folder of its may be called so. */
    boolean nameable(Path local) {
        String name = local.getFileName().toString();
        return root.relativize(local).getNameCount() <= DEEPEST
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** The files that wait to be taken. */
    List<Path> waiting() throws IOException {
        List<Path> found = new ArrayList<>();
        walk(root, (file, attributes) -> {
            if (attributes.isRegularFile()
                    && !TemporaryNames.is(file.getFileName().toString())) {
                found.add(file);
            }
        });
        return found;
    }

    /** What counts against the quota: all that is not an answer, also what is still being written. */
    Held held() throws IOException {
        long[] sum = new long[2];
        Visit count = (file, attributes) -> {
            sum[0] += attributes.isRegularFile() ? attributes.size() : 0;
            sum[1]++;
        };
        walk(root, count);
        walk(arriving, count);
        return new Held(sum[0], (int) sum[1]);
    }

    record Held(long bytes, int files) {}

    interface Visit {
        void see(Path file, BasicFileAttributes attributes);
    }

    /** All files and folders below, without our answers; one that vanishes meanwhile was taken. */
    private void walk(Path from, Visit visit) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(accepted()) || folder.equals(refused())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!folder.equals(from)) {
                    visit.see(folder, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                visit.see(file, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
