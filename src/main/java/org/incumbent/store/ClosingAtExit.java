package org.incumbent.store;

import java.lang.reflect.Field;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What H2 does with a file when the process is told to stop: it closes it at once, and so
 * cuts off the answers that a server is still to give. H2 has a setting against that, but
 * does not take it together with the one that lets a command open the file beside the
 * server.
 */
final class ClosingAtExit {

	private static final Logger logger = LoggerFactory.getLogger(ClosingAtExit.class);

	private static final String HOOK = "org.h2.engine.OnExitDatabaseCloser";

	private ClosingAtExit() {
	}

	/**
	 * Leaves the closing to whoever has opened a database. Where that is not done,
	 * nothing is lost: what is committed is on the disk.
	 */
	static void leaveToTheServer() {
		try {
			Field hook = Class.forName(HOOK).getDeclaredField("INSTANCE");
			hook.setAccessible(true);
			Runtime.getRuntime().removeShutdownHook((Thread) hook.get(null));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			// another version of H2, or the process is about to end already
			logger.debug("The database closes itself when the process ends", ex);
		}
	}

}
