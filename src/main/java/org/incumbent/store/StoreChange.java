package org.incumbent.store;

import java.util.List;

/**
 * What whoever holds the right to change the store may do.
 */
public final class StoreChange {

	private final RegistryRepository registry;

	private final SchemaRepository schemas;

	private final int keep;

	StoreChange(RegistryRepository registry, SchemaRepository schemas, int keep) {
		this.registry = registry;
		this.schemas = schemas;
		this.keep = keep;
	}

	public List<KeptRelease> kept() {
		return this.registry.kept();
	}

	/**
	 * Begins to load a release into a schema of its own. A release with this version that
	 * is kept already stays until the new one is whole.
	 */
	public ReleaseDraft begin(KeptRelease described) {
		int number = this.registry.nextNumber();
		KeptRelease release = new KeptRelease(number, this.schemas.layout(), described.version(), described.title(),
				described.releasedOn(), described.checksum(), "", described.licence(), described.citation(),
				described.descriptor());
		this.registry.add(release);
		return new ReleaseDraft(this.registry, this.schemas, release);
	}

	/**
	 * Lets completed releases be asked, each in place of the kept one with its version if
	 * there is one; all of them in one step, and none is put into service.
	 */
	public void keep(List<KeptRelease> completed) {
		this.registry.keep(completed, null);
	}

	/**
	 * Withdraws a record, and in the same step puts releases without it in place of those
	 * that had it.
	 */
	public void withdraw(Withdrawal withdrawal, List<KeptRelease> completed) {
		this.registry.keep(completed, withdrawal);
	}

	/**
	 * Lets completed releases be asked in an empty store, with what was in service before
	 * and what is withdrawn.
	 */
	public void restore(List<KeptRelease> completed, List<String> publications, List<Withdrawal> withdrawals) {
		this.registry.restore(completed, publications, withdrawals);
	}

	/**
	 * The records that no release may show, by type and key.
	 */
	public List<Withdrawal> withdrawals() {
		return this.registry.withdrawals();
	}

	/**
	 * Puts a kept release into service, and drops the oldest of those that are more than
	 * are to be kept.
	 * @throws StoreException if no such release is kept
	 */
	public void publish(String version) {
		find(version);
		List<String> publications = this.registry.publications();
		if (publications.isEmpty() || !version.equals(publications.get(publications.size() - 1))) {
			this.registry.publish(version);
		}
		dropOldest();
	}

	/**
	 * Puts the release back into service that was before the present one.
	 * @return its version
	 * @throws StoreException if there was none, or it is no longer kept
	 */
	public String rollBack() {
		List<String> publications = this.registry.publications();
		if (publications.size() < 2) {
			throw new StoreException("No release was in service before "
					+ (publications.isEmpty() ? "now" : publications.get(0)) + ", so there is none to go back to");
		}
		String before = publications.get(publications.size() - 2);
		find(before);
		this.registry.unpublish();
		return before;
	}

	/**
	 * The kept release of a version.
	 * @throws StoreException if there is none, with those that there are
	 */
	public KeptRelease find(String version) {
		return Store.find(kept(), version);
	}

	private void dropOldest() {
		List<KeptRelease> kept = kept();
		List<String> publications = this.registry.publications();
		List<String> needed = publications.subList(Math.max(0, publications.size() - 2), publications.size());
		int surplus = kept.size() - this.keep;
		for (KeptRelease release : kept) {
			if (surplus > 0 && !needed.contains(release.version())) {
				this.registry.drop(release);
				surplus--;
			}
		}
	}

}
