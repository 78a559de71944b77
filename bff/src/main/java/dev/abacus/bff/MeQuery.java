package dev.abacus.bff;

import dev.abacus.tenant.api.Me;
import dev.abacus.tenant.api.UsersApi;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Who is signed in. */
@Controller
class MeQuery {

    private final UsersApi users;

    MeQuery(UsersApi users) {
        this.users = users;
    }

    @QueryMapping
    Me me() {
        return users.me();
    }
}
