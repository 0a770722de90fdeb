package testpdf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Reads the path of a PDF a line and answers with a line of JSON: by profile, what it breaks and how often. */
public final class Check {
    private static final PDFAFlavour[] PROFILES = {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1};

    private Check() {
    }

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ObjectMapper json = new ObjectMapper();
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            Map<String, Object> found = new LinkedHashMap<>();
            for (PDFAFlavour profile : PROFILES) {
                found.put(profile.getId(), broken(path, profile));
            }
            System.out.println(json.writeValueAsString(found));
            System.out.flush();
        }
    }

    private static List<String> broken(String path, PDFAFlavour profile) {
        try (InputStream source = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(source, profile);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> times = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    String place = assertion.getLocation().getContext();
                    times.merge(rule + ": " + assertion.getMessage() + " @ " + place, 1, Integer::sum);
                }
            }
            List<String> said = new ArrayList<>();
            times.forEach((rule, count) -> said.add(count + " x " + rule));
            if (said.isEmpty() && !result.isCompliant()) {
                said.add("not compliant, without a reason");
            }
            return said;
        } catch (Exception error) {
            return List.of(error.toString());
        }
    }
}
