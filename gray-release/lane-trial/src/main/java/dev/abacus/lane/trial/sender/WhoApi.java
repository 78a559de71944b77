package dev.abacus.lane.trial.sender;

import dev.abacus.lane.trial.Who;
import org.springframework.web.service.annotation.GetExchange;

interface WhoApi {

    @GetExchange("/who")
    Who who();
}
