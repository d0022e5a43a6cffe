package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Reads a data package from a directory or from the classpath. What cannot be read is a
 * problem of the package; only a failing disk is an exception.
 */
final class PackageReader {

	/** Up to how many bytes of CSV files a package is read into memory as a whole. */
	private static final long MOST_KEPT = 16 << 20;

	/** The most that a file can have for its places to be numbers of 32 bits. */
	private static final long LARGEST = Integer.MAX_VALUE;

	private final PackageFormat format;

	private final long mostKept;

	private final long largest;

	PackageReader(PackageFormat format) {
		this(format, MOST_KEPT, LARGEST);
	}

	/**
	 * A reader with limits of its own.
	 * @param mostKept up to how many bytes of files a package is read into memory; the
	 * files of a larger one stay where they are and are read as need be
	 * @param largest the most bytes that a file may have
	 */
	PackageReader(PackageFormat format, long mostKept, long largest) {
		this.format = format;
		this.mostKept = mostKept;
		this.largest = largest;
	}

	/**
	 * The package in a directory or a ZIP file. Its files must not change as long as the
	 * package is in use.
	 */
	DataPackage read(Path place) {
		return Files.isRegularFile(place) ? new PackageArchive(place).read(this) : read(place.toString(), place);
	}

	/**
	 * The package in a directory.
	 * @param name what messages call the directory
	 */
	DataPackage read(String name, Path directory) {
		SortedMap<String, Resource> files = new TreeMap<>();
		if (Files.isDirectory(directory)) {
			try (Stream<Path> paths = Files.list(directory)) {
				paths.forEach((path) -> files.put(path.getFileName().toString(), new FileSystemResource(path)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return read(name, files);
	}

	/**
	 * The package in a folder of the classpath, of which only the files that it must have
	 * are looked for: to list what is inside the application's archive takes long.
	 * @param folder without slashes at its ends, such as {@code data}
	 */
	DataPackage readFromClasspath(String folder) {
		SortedMap<String, Resource> files = new TreeMap<>();
		Stream<String> tables = this.format.tables().stream().map(TableFormat::file);
		Stream.concat(Stream.of(PackageFormat.DESCRIPTOR), tables).forEach((name) -> {
			Resource file = new ClassPathResource(folder + "/" + name);
			if (file.exists()) {
				files.put(name, file);
			}
		});
		return read(folder, files);
	}

	/**
	 * The package of some files.
	 * @param folder where they are, for messages
	 * @param resources the files by name; those that are no part of a package are left
	 * out
	 */
	DataPackage read(String folder, SortedMap<String, Resource> resources) {
		SortedMap<String, Resource> files = new TreeMap<>(resources);
		files.keySet().removeIf((name) -> !name.equals(PackageFormat.DESCRIPTOR) && !name.endsWith(".csv"));
		Problems problems = new Problems();
		SortedMap<String, ByteBuffer> contents = contents(folder, files, problems);
		String checksum = checksum(contents);
		boolean keeping = contents.values().stream().allMatch(ByteBuffer::hasArray);
		PackageMetadata metadata = new DescriptorReader(problems).read(folder + "/" + PackageFormat.DESCRIPTOR,
				bytes(contents.get(PackageFormat.DESCRIPTOR)));
		CsvTableReader tableReader = new CsvTableReader(problems);
		Map<String, CsvTable> tables = new HashMap<>();
		for (TableFormat table : this.format.tables()) {
			String file = table.file();
			boolean refused = files.containsKey(file) && !contents.containsKey(file);
			tables.put(table.name(), refused ? CsvTable.unreadable(table, folder + "/" + file)
					: tableReader.read(table, folder + "/" + file, contents.get(file), keeping));
		}
		files.remove(PackageFormat.DESCRIPTOR);
		this.format.tables().forEach((table) -> files.remove(table.file()));
		for (String unknown : files.keySet()) {
			problems.add(new Problem(folder + "/" + unknown, 1, 1,
					"this file is no table of the data package; remove it, or correct its name to one of "
							+ String.join(", ", this.format.tables().stream().map(TableFormat::file).toList())));
		}
		return new DataPackage(metadata, checksum, tables, problems);
	}

	/**
	 * A package of which nothing can be read.
	 */
	DataPackage unreadable(Problem problem) {
		PackageMetadata nothing = new DescriptorReader(new Problems()).read(problem.file(), null);
		Map<String, CsvTable> tables = new HashMap<>();
		this.format.tables().forEach((table) -> tables.put(table.name(), CsvTable.unreadable(table, problem.file())));
		return new DataPackage(nothing, "", tables, Problems.copyOf(List.of(problem)));
	}

	private SortedMap<String, ByteBuffer> contents(String folder, SortedMap<String, Resource> files,
			Problems problems) {
		boolean inMemory = files.values().stream().mapToLong(PackageReader::size).sum() <= this.mostKept;
		SortedMap<String, ByteBuffer> contents = new TreeMap<>();
		files.forEach((name, file) -> {
			if (size(file) > this.largest) {
				problems.add(new Problem(folder + "/" + name, 1, 1,
						"the file has " + size(file) + " bytes, and one of more than " + this.largest
								+ " cannot be read; divide the package into several"));
			}
			else {
				contents.put(name, (inMemory || !file.isFile()) ? inMemory(file) : mapped(file));
			}
		});
		return contents;
	}

	/**
	 * The size of a file in bytes; those in an archive of classes are small.
	 */
	private static long size(Resource file) {
		try {
			return file.isFile() ? Files.size(file.getFile().toPath()) : 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ByteBuffer inMemory(Resource file) {
		try {
			return ByteBuffer.wrap(file.getContentAsByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ByteBuffer mapped(Resource file) {
		try (FileChannel channel = FileChannel.open(file.getFile().toPath())) {
			return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte @Nullable [] bytes(@Nullable ByteBuffer content) {
		if (content == null) {
			return null;
		}
		byte[] bytes = new byte[content.limit()];
		content.get(0, bytes);
		return bytes;
	}

	/**
	 * The checksum that anybody can repeat with {@code sha256sum * | sha256sum}.
	 */
	private static String checksum(SortedMap<String, ByteBuffer> contents) {
		MessageDigest listing = sha256();
		contents.forEach((name, content) -> {
			MessageDigest digest = sha256();
			digest.update(content.duplicate());
			listing.update((HexFormat.of().formatHex(digest.digest()) + "  " + name + "\n").getBytes(UTF_8));
		});
		return HexFormat.of().formatHex(listing.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
