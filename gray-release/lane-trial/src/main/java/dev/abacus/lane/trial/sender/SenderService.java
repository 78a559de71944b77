package dev.abacus.lane.trial.sender;

import dev.abacus.lane.trial.Reporting;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.web.service.registry.ImportHttpServices;

@SpringBootApplication
@Import(Reporting.class)
@ImportHttpServices(group = "trial-stock", types = WhoApi.class)
public class SenderService {}
