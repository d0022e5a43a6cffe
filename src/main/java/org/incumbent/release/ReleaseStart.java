package org.incumbent.release;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.incumbent.store.ServedReleases;
import org.incumbent.store.Store;
import org.incumbent.store.StoreBusyException;
import org.incumbent.store.StoreException;
import org.incumbent.store.StoreOpening;
import org.incumbent.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Opens the store while the rest of the application starts. A store in memory is filled
 * with the data package each time, another one only if nothing was ever published in it.
 */
final class ReleaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Logger logger = LoggerFactory.getLogger(ReleaseStart.class);

	private static final Duration WAIT = Duration.ofSeconds(1);

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Environment environment = context.getEnvironment();
		StoreSettings settings = settings(environment);
		Supplier<CheckedPackage> data = () -> read(Binder.get(environment));
		CompletableFuture<CheckedPackage> reading = settings.isInMemory() ? inAThread(data) : null;
		CompletableFuture<ServedReleases> opening = inAThread(
				() -> open(settings, (reading != null) ? reading::join : data));
		context.getBeanFactory().registerSingleton("storeOpening", new StoreOpening(opening));
	}

	private static StoreSettings settings(Environment environment) {
		return new StoreSettings(environment.getRequiredProperty("spring.datasource.url"),
				environment.getProperty("spring.datasource.username"),
				environment.getProperty("spring.datasource.password"),
				environment.getProperty("incumbent.store.keep", Integer.class, StoreSettings.KEEP),
				environment.getProperty("incumbent.store.grace", Duration.class, StoreSettings.GRACE),
				environment.getProperty("incumbent.store.look", Duration.class, StoreSettings.LOOK));
	}

	private static CheckedPackage read(Binder binder) {
		Path data = binder.bindOrCreate("incumbent", ReleaseProperties.class).data();
		ValidationProperties validation = binder.bindOrCreate("incumbent.validation", ValidationProperties.class);
		return CheckedPackage.read(data, validation.texts(), validation.transcripts());
	}

	private static ServedReleases open(StoreSettings settings, Supplier<CheckedPackage> data) {
		Store store = Store.open(settings);
		try {
			if (settings.isInMemory()) {
				fill(store, data.get());
			}
			while (store.inService() == null) {
				fillUnlessBusy(store, data);
			}
			int rebuilt = new ReleaseRebuilder(store, ImportProgress.NONE).bringUpToDate();
			if (rebuilt > 0) {
				logger.info("Loaded {} releases anew, which an older version of the application had loaded", rebuilt);
			}
			return new ServedReleases(store, settings);
		}
		catch (RuntimeException ex) {
			store.close();
			throw ex;
		}
	}

	/**
	 * Fills an empty store; if another server that starts is doing so, waits a moment.
	 */
	private static void fillUnlessBusy(Store store, Supplier<CheckedPackage> data) {
		try {
			fill(store, data.get());
		}
		catch (StoreBusyException ex) {
			logger.info("Another is filling the store; waiting for it");
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(WAIT.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoreException("The start was broken off while another was filling the store");
		}
	}

	private static void fill(Store store, CheckedPackage checked) {
		@Nullable VerbatimReport comparison = checked.comparison();
		if (comparison != null) {
			logger.info("Compared the quotes with their sources: {}", comparison);
		}
		if (!checked.isValid()) {
			throw new InvalidPackageException(checked.problems());
		}
		new ReleaseImporter(store, ImportProgress.NONE).take(checked, true);
	}

	/**
	 * A thread of its own, since those that are shared do not see what is inside the
	 * application's archive.
	 */
	private static <T> CompletableFuture<T> inAThread(Supplier<T> task) {
		return CompletableFuture.supplyAsync(task, (work) -> {
			Thread thread = new Thread(work, "release");
			thread.setDaemon(true);
			thread.start();
		});
	}

}
