package dev.abacus.tenant.authorization.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.api.UserView;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Users as the API shows them. */
@Component
class UserViews {

    private final Users users;
    private final Clock clock;

    UserViews(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    UserView get(UserId id) {
        return users.find(id)
                .filter(user -> user.status() != User.Status.REMOVED)
                .map(this::view)
                .orElseThrow(() -> new NotFound("user", id));
    }

    Slice<UserView> list(UserView.Status status, String text, PageRequest page) {
        var filter = new Users.Filter(status == null ? null : User.Status.valueOf(status.name()), text);
        List<User> read = users.list(filter, page.afterId().orElse(0), page.limitAndOne());
        return Slice.of(read, page, User::id).map(this::view);
    }

    private UserView view(User user) {
        boolean locked = user.lockedUntil() != null && user.lockedUntil().isAfter(clock.instant());
        return new UserView(
                user.id(),
                user.username(),
                user.name(),
                user.email(),
                UserView.Status.valueOf(user.status().name()),
                user.roles().stream()
                        .sorted(Comparator.comparingLong(RoleId::value))
                        .toList(),
                locked ? user.lockedUntil() : null,
                user.createdAt(),
                user.version());
    }
}
