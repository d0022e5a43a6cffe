package org.incumbent.release;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads a data package from a directory or from the classpath. What cannot be read is a
 * problem of the package; only a failing disk is an exception.
 */
final class PackageReader {

	private final PackageFormat format;

	PackageReader(PackageFormat format) {
		this.format = format;
	}

	/**
	 * The package in a directory.
	 */
	DataPackage read(Path directory) {
		SortedMap<String, Resource> files = new TreeMap<>();
		if (Files.isDirectory(directory)) {
			try (Stream<Path> paths = Files.list(directory)) {
				paths.forEach((path) -> files.put(path.getFileName().toString(), new FileSystemResource(path)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return read(directory.toString(), files);
	}

	/**
	 * The package in a folder of the classpath.
	 * @param folder without slashes at its ends, such as {@code data}
	 */
	DataPackage readFromClasspath(String folder) {
		SortedMap<String, Resource> files = new TreeMap<>();
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath:" + folder + "/*.*")) {
				files.put(String.valueOf(resource.getFilename()), resource);
			}
		}
		catch (FileNotFoundException ex) {
			// The folder is missing, so all of its files are reported as missing.
			files.clear();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return read(folder, files);
	}

	/**
	 * The package of some files.
	 * @param folder where they are, for messages
	 * @param resources the files by name; those that are no part of a package are left
	 * out
	 */
	DataPackage read(String folder, SortedMap<String, Resource> resources) {
		SortedMap<String, byte[]> contents = new TreeMap<>();
		resources.forEach((name, resource) -> {
			if (name.equals(PackageFormat.DESCRIPTOR) || name.endsWith(".csv")) {
				contents.put(name, content(resource));
			}
		});
		String checksum = checksum(contents);
		List<Problem> problems = new ArrayList<>();
		PackageMetadata metadata = new DescriptorReader(problems).read(folder + "/" + PackageFormat.DESCRIPTOR,
				contents.remove(PackageFormat.DESCRIPTOR));
		CsvTableReader tableReader = new CsvTableReader(problems);
		Map<String, CsvTable> tables = new HashMap<>();
		for (TableFormat table : this.format.tables()) {
			tables.put(table.name(),
					tableReader.read(table, folder + "/" + table.file(), contents.remove(table.file())));
		}
		for (String unknown : contents.keySet()) {
			problems.add(new Problem(folder + "/" + unknown, 1, 1,
					"this file is no table of the data package; remove it, or correct its name to one of "
							+ String.join(", ", this.format.tables().stream().map(TableFormat::file).toList())));
		}
		return new DataPackage(metadata, checksum, tables, problems);
	}

	/**
	 * The checksum that anybody can repeat with {@code sha256sum * | sha256sum}.
	 */
	private static String checksum(SortedMap<String, byte[]> contents) {
		MessageDigest listing = sha256();
		contents.forEach((name, content) -> {
			String digest = HexFormat.of().formatHex(sha256().digest(content));
			listing.update((digest + "  " + name + "\n").getBytes(UTF_8));
		});
		return HexFormat.of().formatHex(listing.digest());
	}

	private static byte[] content(Resource file) {
		try {
			return file.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
