package dev.pupil.verify.cache;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of the cache: a finding that holds, as JSON, behind a line with the SHA-256 of the key and of that JSON.
 *
 * @param obligation what holds
 * @param nanoseconds how long that took to find out
 * @param limit how far it holds; empty if for good
 * @param evidence why it holds
 */
record Entry(Obligation obligation, long nanoseconds, String limit, List<Item> evidence) {
    private static final char LINE_END = '\n';
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Entry {
        evidence = List.copyOf(evidence);
    }

    /** A piece of evidence, see {@link Evidence}. */
    record Item(Strength strength, String statement, long cases, String kind) {
        Item {
            checkArgument(cases >= 0, "%s cases", cases);
        }

        private Evidence evidence() {
            return new Evidence(strength, statement, cases, kind);
        }
    }

    static Entry of(Finding finding) {
        return new Entry(
                finding.obligation(),
                finding.time().toNanos(),
                finding.conclusion().verdict() instanceof Verdict.Holds holds
                        ? holds.limit().orElse("")
                        : "",
                finding.conclusion().evidence().stream()
                        .map(known -> new Item(known.strength(), known.statement(), known.cases(), known.kind()))
                        .toList());
    }

    /** The text of the file called {@code key}. */
    String text(Key key) {
        String json = MAPPER.writeValueAsString(this);
        return digest(key, json) + LINE_END + json;
    }

    /** Reads the text of the file called {@code key}; nothing if it is not what was written there. */
    static Optional<Entry> parse(String text, Key key) {
        int end = text.indexOf(LINE_END);
        String json = text.substring(end + 1);
        if (end < 0 || !text.substring(0, end).equals(digest(key, json))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(json, Entry.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static String digest(Key key, String json) {
        return Hashing.sha256()
                .hashString(key.sha256() + json, StandardCharsets.UTF_8)
                .toString();
    }

    Finding finding() {
        ImmutableList<Evidence> known = evidence.stream().map(Item::evidence).collect(ImmutableList.toImmutableList());
        Verdict holds = new Verdict.Holds(Optional.of(limit).filter(text -> !text.isEmpty()));
        return new Finding(obligation, new Conclusion(known, holds), Duration.ofNanos(nanoseconds), true);
    }
}
