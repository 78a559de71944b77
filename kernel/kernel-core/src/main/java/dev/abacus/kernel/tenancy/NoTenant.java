package dev.abacus.kernel.tenancy;

/** Work on tenant data was tried outside of any tenant. Never "all tenants": a defect of the caller (I3). */
public final class NoTenant extends IllegalStateException {

    public NoTenant() {
        super("no tenant in context");
    }
}
