package dev.abacus.lane.trial.stock;

import dev.abacus.kernel.security.Public;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.trial.Who;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WhoController {

    private final Mood mood;

    WhoController(Mood mood) {
        this.mood = mood;
    }

    @GetMapping("/who")
    @Public(because = "a trial has no users")
    ResponseEntity<Object> who() {
        if (mood.broken) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "broken");
            problem.setProperty("by", mood.name);
            return ResponseEntity.internalServerError().body(problem);
        }
        String lane = LaneContext.current().map(Objects::toString).orElse(null);
        return ResponseEntity.ok(new Who(mood.name, Objects.toString(mood.self.lane(), null), lane));
    }
}
