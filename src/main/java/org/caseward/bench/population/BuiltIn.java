package org.caseward.bench.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.caseward.bench.population.Confusions.Swap;

/**
 * A small set of our own: frequent names first, then a long tail put together from parts, by Zipf's law; letters that sound or look alike. Serves where no public samples lie
 * beside the project.
 */
final class BuiltIn {
    /** So that the most frequent surname is borne by about 1 % of people, as in the United States. */
    private static final double SURNAME_SHIFT = 8;

    private static final double GIVEN_SHIFT = 10;

    private static final String[] FREQUENT =
            ("Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Wilson Anderson Thomas "
                            + "Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott "
                            + "Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Kim Patel Singh Chen Wong Obrien Mcdonald")
                    .split(" ");
    private static final String[] HEADS =
            ("Ash Bar Beck Bern Black Bran Brook Burn Cal Car Chap Clay Cole Corn Cran Dal Dan Dor Dray East Ed Ell Ever Fair Fen Finch Ford "
                            + "Fox Gar Gil Gold Gran Green Grim Had Hal Ham Har Haver Hazel Heath Hol Hor Hul Jan Kel Ken Kil Kin Lam Lang Lin Lock Long Mal Mar Mayn Mel "
                            + "Mil Mon Mor Nash New Nor Oak Ol Or Pal Pem Pen Pol Quin Rad Ran Red Ros Row Rud Sal San Sel Shel Sher Stan Stein Strat Sut Tal Tan Thorn Til "
                            + "Tur Under Van Wal War Wat Wes Whit Wil Win Wood Wy Yar Zim Kow Now Petr Ivan Iv Rodr Alv Cast Mend Oka Naka Tana Abe Ade Oko")
                    .split(" ");
    private static final String[] TAILS =
            ("ard berg born brook bury by combe cott croft dale den don er es ett field ford gate ham hart hill ino ins kin land ley lock low man mer mont more nell ney "
                            + "ning ova over owski ow ridge ris row sen shaw sky son stead ston ter ton vall ville ward water well wick win worth yama ez")
                    .split(" ");
    private static final String[] FEMALE =
            ("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Sandra Betty Ashley Emily Kimberly Margaret Donna Michelle Carol Amanda "
                            + "Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine "
                            + "Christine Debra Rachel Carolyn Janet Maria Olivia Heather Helen Catherine Diane Julie Victoria Joyce Lauren Kelly Christina Ruth Joan Virginia "
                            + "Judith Evelyn Hannah Andrea Megan Cheryl Jacqueline Madison Teresa Abigail Sophia Martha Sara Gloria Janice Kathryn Ann Isabella Judy Charlotte "
                            + "Julia Grace Amber Alice Jean Denise Frances Danielle Marilyn Natalie Beverly Diana Brittany Theresa Kayla Alexis Doris Lori Tiffany Inez Rosa "
                            + "Carmen Lucia Elena Mei Ling Priya Fatima Aisha Ngozi Yuki Ingrid Astrid Zofia Olga Irina Leila Noor Amara")
                    .split(" ");
    private static final String[] MALE =
            ("James Robert John Michael David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Mark Donald Steven Andrew Paul Joshua Kenneth Kevin "
                            + "Brian George Timothy Ronald Jason Edward Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel "
                            + "Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan Jeremy "
                            + "Christian Walter Keith Austin Roger Terry Sean Gerald Carl Dylan Harold Jordan Jesse Bryan Lawrence Arthur Gabriel Bruce Logan Billy Joe Alan "
                            + "Juan Elijah Willie Albert Wayne Randy Mason Vincent Liam Roy Bobby Caleb Bradley Russell Lucas Luis Carlos Miguel Pedro Diego Wei Raj Omar "
                            + "Ahmed Kofi Kenji Lars Sven Piotr Ivan Dmitri Hassan Emeka Tariq")
                    .split(" ");
    private static final String[] SHORT =
            ("William:Bill,Will,Billy Robert:Bob,Rob,Bobby Richard:Rick,Dick,Rich James:Jim,Jimmy John:Jack,Johnny Michael:Mike,Mick Joseph:Joe,Joey Thomas:Tom,Tommy "
                            + "Charles:Charlie,Chuck Christopher:Chris Daniel:Dan,Danny Matthew:Matt Anthony:Tony Steven:Steve Stephen:Steve Andrew:Andy,Drew Kenneth:Ken "
                            + "Edward:Ed,Ted Timothy:Tim Ronald:Ron Jeffrey:Jeff Nicholas:Nick Jonathan:Jon Gregory:Greg Alexander:Alex Benjamin:Ben Samuel:Sam Patrick:Pat "
                            + "Raymond:Ray Lawrence:Larry Gerald:Jerry Elizabeth:Liz,Beth,Betty Margaret:Peggy,Meg,Maggie Patricia:Pat,Patty,Trish Jennifer:Jen,Jenny Susan:Sue "
                            + "Katherine:Kathy,Kate,Katie Catherine:Cathy,Kate Deborah:Debbie,Deb Rebecca:Becky Barbara:Barb Christine:Chris,Tina Theresa:Terry Teresa:Terry "
                            + "Victoria:Vicky Pamela:Pam Cynthia:Cindy Kimberly:Kim Samantha:Sam Jacqueline:Jackie Virginia:Ginny Judith:Judy Dorothy:Dot,Dottie")
                    .split(" ");
    private static final String[] SOUNDS =
            "ph:f f:ph c:k k:c ck:k s:z z:s ll:l l:ll nn:n tt:t ee:ea ea:ee ie:y y:ie i:y ou:u er:ar or:er sch:sh th:t w:v v:w x:ks qu:kw gh:g dge:ge au:o ei:ie ie:ei sen:son son:sen rr:r"
                    .split(" ");
    private static final String[] SHAPES =
            "O,0 o,0 I,1 l,1 I,l S,5 s,5 B,8 Z,2 z,2 G,6 rn,m cl,d vv,w D,O Q,O U,V u,v h,b E,F c,e i,j q,g 3,8 1,7 0,8 ri,n"
                    .split(" ");

    private BuiltIn() {}

    static Vocabulary words() {
        return new Vocabulary(
                Weighted.zipf(surnames(), SURNAME_SHIFT),
                Weighted.zipf(List.of(FEMALE), GIVEN_SHIFT),
                Weighted.zipf(List.of(MALE), GIVEN_SHIFT),
                shortForms(),
                Confusions.of(
                        Arrays.stream(SOUNDS)
                                .map(pair -> pair.split(":"))
                                .map(pair -> new Swap("ALL", pair[0], pair[1]))
                                .toList(),
                        Arrays.stream(SHAPES).map(pair -> pair.split(",")).toList()),
                "the small built-in names and error tables (no public samples beside the project)");
    }

    /** The parts are mixed so that neighbours in rank don't begin alike. */
    private static List<String> surnames() {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(FREQUENT));
        for (int i = 0; i < HEADS.length * TAILS.length; i++) {
            names.add(HEADS[i % HEADS.length] + TAILS[(i / HEADS.length + i * 7) % TAILS.length]);
        }
        return new ArrayList<>(names);
    }

    private static Map<String, List<String>> shortForms() {
        Map<String, List<String>> forms = new HashMap<>();
        for (String entry : SHORT) {
            String[] parts = entry.split(":");
            forms.put(parts[0].toUpperCase(Locale.ROOT), List.of(parts[1].split(",")));
        }
        return forms;
    }
}
