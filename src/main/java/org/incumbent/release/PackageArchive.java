package org.incumbent.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.springframework.util.FileSystemUtils;

/**
 * A data package in a ZIP file, with or without a folder around its files. It is unpacked
 * into a temporary directory, which is gone once the package is read: files that are
 * mapped into memory outlive their names.
 */
final class PackageArchive {

	private static final int MOST_ENTRIES = 1000;

	private static final long MOST_BYTES = 8L << 30;

	private final Path file;

	private final Path temporary;

	private final long mostBytes;

	PackageArchive(Path file) {
		this(file, Path.of(System.getProperty("java.io.tmpdir")), MOST_BYTES);
	}

	/**
	 * A package in a ZIP file.
	 * @param temporary where it is unpacked
	 * @param mostBytes how large its files may be together
	 */
	PackageArchive(Path file, Path temporary, long mostBytes) {
		this.file = file;
		this.temporary = temporary;
		this.mostBytes = mostBytes;
	}

	/**
	 * Reads the package.
	 * @throws UncheckedIOException if the temporary directory cannot be written
	 */
	DataPackage read(PackageReader reader) {
		try {
			Path directory = Files.createTempDirectory(this.temporary, "incumbent-package");
			try {
				unpack(directory);
				return reader.read(this.file.toString(), directory);
			}
			catch (RefusedArchive ex) {
				return reader.unreadable(new Problem(this.file.toString(), 1, 1, ex.reason));
			}
			finally {
				FileSystemUtils.deleteRecursively(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void unpack(Path directory) throws IOException, RefusedArchive {
		try (ZipFile zip = new ZipFile(this.file.toFile())) {
			long left = this.mostBytes;
			for (Map.Entry<String, ZipEntry> entry : filesOfPackage(zip).entrySet()) {
				try (InputStream input = zip.getInputStream(entry.getValue());
						OutputStream output = Files.newOutputStream(directory.resolve(entry.getKey()))) {
					left -= copy(input, output, left);
				}
			}
		}
		catch (ZipException ex) {
			throw new RefusedArchive("this is no ZIP file that can be read (" + ex.getMessage()
					+ "); name a directory or a ZIP file with a data package");
		}
	}

	/**
	 * Copies as much as there is, whatever size the archive declares.
	 */
	private long copy(InputStream input, OutputStream output, long most) throws IOException, RefusedArchive {
		byte[] some = new byte[1 << 16];
		long copied = 0;
		for (int count = input.read(some); count >= 0; count = input.read(some)) {
			copied += count;
			if (copied > most) {
				throw new RefusedArchive("the files in it are larger than " + this.mostBytes
						+ " bytes together; unpack it and name the directory");
			}
			output.write(some, 0, count);
		}
		return copied;
	}

	/**
	 * The descriptor and the CSV files beside it, by their names without a folder.
	 */
	private static Map<String, ZipEntry> filesOfPackage(ZipFile zip) throws RefusedArchive {
		if (zip.size() > MOST_ENTRIES) {
			throw new RefusedArchive("it has " + zip.size() + " entries, and a data package has some thirty; pack the "
					+ "package alone");
		}
		List<? extends ZipEntry> entries = Collections.list(zip.entries());
		String folder = folder(entries);
		Map<String, ZipEntry> files = new LinkedHashMap<>();
		for (ZipEntry entry : entries) {
			String name = entry.getName().startsWith(folder) ? entry.getName().substring(folder.length()) : "/";
			boolean ofPackage = name.equals(PackageFormat.DESCRIPTOR) || name.endsWith(".csv");
			if (ofPackage && !name.contains("/") && files.put(name, entry) != null) {
				throw new RefusedArchive(
						"it has the entry " + Problem.quoted(entry.getName()) + " twice; pack it anew");
			}
		}
		return files;
	}

	/**
	 * The folder that holds the descriptor, with a slash at its end; empty if there is
	 * none.
	 */
	private static String folder(List<? extends ZipEntry> entries) throws RefusedArchive {
		String folder = null;
		for (ZipEntry entry : entries) {
			String name = entry.getName();
			if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/", -1)).contains("..")) {
				throw new RefusedArchive(
						"its entry " + Problem.quoted(name) + " leads out of the archive; pack the package anew");
			}
			int slash = name.indexOf('/') + 1;
			if (name.substring(slash).equals(PackageFormat.DESCRIPTOR)) {
				if (folder != null) {
					throw new RefusedArchive("it has more than one data package in it; pack one alone");
				}
				folder = name.substring(0, slash);
			}
		}
		return (folder != null) ? folder : "";
	}

	/**
	 * Why an archive is not unpacked.
	 */
	private static final class RefusedArchive extends Exception {

		private final String reason;

		RefusedArchive(String reason) {
			super(reason);
			this.reason = reason;
		}

	}

}
