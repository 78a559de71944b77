package dev.abacus.lane.control.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneState;
import java.util.List;
import java.util.Map;

/** Every no of lane-control, with its stable code. */
public final class Refusals {

    private Refusals() {}

    public static DomainException noSuchLane(Object lane) {
        return new DomainException(Kind.NOT_FOUND, "lane-not-found", "There is no lane " + lane + ".");
    }

    public static DomainException exists(LaneTag tag) {
        return new DomainException(
                Kind.CONFLICT,
                "lane-exists",
                "Lane " + tag + " is not retired yet; its name is free when it is.",
                Map.of("lane", tag.toString()));
    }

    public static DomainException wrongState(LaneTag tag, LaneState state) {
        return new DomainException(
                Kind.CONFLICT,
                "lane-state",
                "Lane " + tag + " is " + state + ", which does not allow this.",
                Map.of("lane", tag.toString(), "state", state.name()));
    }

    public static DomainException notALaneId(String id) {
        return new DomainException(
                Kind.REFUSED,
                "not-a-lane-id",
                "A lane's id is 1 to 32 lower-case letters, digits and dashes, begins with a letter, ends with no dash and"
                        + " is none of the words that the API uses itself: '" + id + "' is not.");
    }

    public static DomainException onTwoLanes(long tenant, LaneTag holder) {
        return new DomainException(
                Kind.CONFLICT,
                "tenant-on-two-lanes",
                "Tenant " + tenant + " is on the list of lane " + holder + " for the same time already.",
                Map.of("tenant", Long.toString(tenant), "lane", holder.toString()));
    }

    public static DomainException unknownServices(List<String> services) {
        return new DomainException(
                Kind.REFUSED,
                "unknown-service",
                "No service of this name is registered or has ever reported: " + String.join(", ", services) + ".",
                Map.of("services", services));
    }

    public static DomainException nothingChanged() {
        return new DomainException(
                Kind.REFUSED, "no-services", "A release names the services that it changes: at least one.");
    }

    public static DomainException windowEndsBeforeItStarts() {
        return new DomainException(
                Kind.REFUSED, "window-ends-before-it-starts", "The window's end is not after its beginning.");
    }

    public static DomainException percentageOutOfRange() {
        return new DomainException(
                Kind.REFUSED,
                "percentage-out-of-range",
                "A percentage is 0 to 100 with at most two digits after the point.");
    }

    public static DomainException projectTakesNoPercentage() {
        return new DomainException(
                Kind.REFUSED,
                "project-takes-no-percentage",
                "A project's lane takes the tenants that it names and developers with a session key, no percentage.");
    }

    public static DomainException sessionKeysAreForProjects(LaneTag tag) {
        return new DomainException(
                Kind.REFUSED,
                "session-keys-for-projects",
                "Lane " + tag + " is a release: its tenants are chosen by rules, not by developers.");
    }

    public static DomainException owned(LaneTag tag, String service, String owner) {
        return new DomainException(
                Kind.CONFLICT,
                "lane-owned",
                "On lane " + tag + " the service " + service + " is " + owner + "'s now.",
                Map.of("lane", tag.toString(), "service", service, "owner", owner));
    }

    public static DomainException refusesService(LaneTag tag, String service) {
        return new DomainException(
                Kind.REFUSED,
                "lane-refuses-service",
                "Lane " + tag + " does not change " + service + ".",
                Map.of("lane", tag.toString(), "service", service));
    }

    public static DomainException refusesLaptop(LaneTag tag, String service) {
        return new DomainException(
                Kind.REFUSED,
                "lane-refuses-service",
                "Lane " + tag + " is a release; laptops join projects' lanes only.",
                Map.of("lane", tag.toString(), "service", service));
    }

    public static DomainException standby() {
        return new DomainException(
                Kind.UNAVAILABLE, "lane-control-standby", "Another instance of lane-control is the active one.");
    }

    public static DomainException invalid(String message) {
        return new DomainException(Kind.INVALID, "invalid-heartbeat", message);
    }
}
