package org.incumbent.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RequestThreadsTests {

	private final AtomicLong now = new AtomicLong();

	private final RequestThreads threads = new RequestThreads(2, 4, this.now::get);

	private final CountDownLatch gate = new CountDownLatch(1);

	private final List<CountDownLatch> begun = new ArrayList<>();

	@AfterEach
	void stop() {
		this.gate.countDown();
		this.threads.shutdown();
	}

	@Test
	void aRequestWaitsForAThreadWhileItIsNotForLong() throws Exception {
		begin(3);
		assertThat(hasBegun(1)).isTrue();
		this.now.addAndGet(RequestThreads.PATIENCE.toNanos() - 1);
		this.threads.look();
		assertThat(this.threads.getPoolSize()).isEqualTo(2);
		assertThat(this.begun.get(2).getCount()).isOne();
		this.gate.countDown();
		assertThat(hasBegun(2)).isTrue();
	}

	@Test
	void thereAreMoreThreadsWhereOneWaitsForLongButNeverMoreThanTheMost() throws Exception {
		begin(6);
		this.now.addAndGet(RequestThreads.PATIENCE.toNanos());
		this.threads.look();
		assertThat(hasBegun(2)).isTrue();
		assertThat(hasBegun(3)).isTrue();
		this.threads.look();
		assertThat(this.threads.getPoolSize()).isEqualTo(4);
		assertThat(this.begun.get(4).getCount()).isOne();
	}

	@Test
	void thereAreFewAgainWhenNothingWaits() throws Exception {
		begin(6);
		this.now.addAndGet(RequestThreads.PATIENCE.toNanos());
		this.threads.look();
		this.gate.countDown();
		assertThat(hasBegun(5)).isTrue();
		await().untilAsserted(() -> assertThat(this.threads.getPoolSize()).isEqualTo(2));
	}

	@Test
	void aThreadThatIsAwayHasAnotherInItsPlace() throws Exception {
		for (int i = 0; i < 2; i++) {
			this.threads.execute(() -> this.threads.away(() -> {
				waitAtTheGate();
				return true;
			}));
		}
		begin(3);
		assertThat(hasBegun(0)).isTrue();
		assertThat(hasBegun(1)).isTrue();
		assertThat(this.threads.getPoolSize()).isEqualTo(4);
		assertThat(this.begun.get(2).getCount()).isOne();
		this.gate.countDown();
		assertThat(hasBegun(2)).isTrue();
		await().untilAsserted(() -> assertThat(this.threads.getPoolSize()).isEqualTo(2));
	}

	@Test
	void oneThatGoesAwayWhileOthersWaitIsReplacedAtOnce() throws Exception {
		CountDownLatch leave = new CountDownLatch(1);
		for (int i = 0; i < 2; i++) {
			this.threads.execute(() -> {
				waitFor(leave);
				this.threads.away(() -> {
					waitAtTheGate();
					return true;
				});
			});
		}
		begin(1);
		assertThat(this.begun.get(0).getCount()).isOne();
		leave.countDown();
		assertThat(hasBegun(0)).isTrue();
	}

	@Test
	void somebodyLooksWithoutBeingTold() throws Exception {
		RequestThreads alone = new RequestThreads(1, 2);
		try {
			CountDownLatch second = new CountDownLatch(1);
			alone.execute(this::waitAtTheGate);
			alone.execute(second::countDown);
			assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			alone.shutdown();
		}
	}

	private void begin(int requests) {
		for (int i = 0; i < requests; i++) {
			CountDownLatch begins = new CountDownLatch(1);
			this.begun.add(begins);
			this.threads.execute(() -> {
				begins.countDown();
				waitAtTheGate();
			});
		}
	}

	private boolean hasBegun(int request) throws InterruptedException {
		return this.begun.get(request).await(10, TimeUnit.SECONDS);
	}

	private void waitAtTheGate() {
		waitFor(this.gate);
	}

	private static void waitFor(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
