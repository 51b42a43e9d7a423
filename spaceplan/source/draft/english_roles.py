"""What the words around a time make of it in English: rows as in ``roles``, ``<T>`` for the time.

What stands before ``<T>`` must end there, what stands behind must begin there.
"""

from __future__ import annotations

from spaceplan.source.draft.phrases import Role, row

# A time behind its own preposition is no part of a name.
_NO_PREPOSITION = r"(?<!\bby )(?<!\bin )(?<!than )(?<!before )(?<!\bon )"
# A stretch of one clause, without its verb's end.
_CLAUSE = "[^.;:]{0,80}?"
# A clause between commas ends before the verb of the whole: "a boat, which is to replace it, will".
_CLAUSE_OPEN = (
    r"(?:(?!,\s+(?:also\s+)?(?:will|shall|must|should|(?:is|are|has|have)\s+to)\b)[^.;:]){0,80}?"
)
# Behind a clause, the verb of the whole: "plants that serve few will be closed by".
_MAIN_VERB = (
    r"(?!\s(?!(?:also|then|later|soon|now|once|\w+ly)\s(?:will|shall|must)\b)[^.;:,]{2,80}?"
    r"(?<!\band)(?<!\bor)\s(?:will|shall|must|(?:is|are)\sto)\s(?:also\s|then\s)?"
    r"(?:be|cease|remain|become|come|go|rise|fall|have\sbeen)\b)"
)
_ENDED = r"(?![^.;:,]{2,80}?\s20[0-9]{2}\s(?:will|shall|must|(?:is|are)\sto)\b)"
# A clause about a thing, not what is to be brought about: "ensure that all sites are open by".
_THAT = (
    r"(?<!\bensure )(?<!\bensures )(?<!\bensuring )(?<!\bsure )(?<!\bso )(?<!\bsuch )(?<!\bverify )"
    r"(?<!\bconfirm )(?<!\brequire )(?<!\bguarantee )that"
)
# What opens a clause on which an item depends.
_IF = (
    r"because|given\s+that|if|in\s+case|assuming(?:\s+that)?|unless|as\s+soon\s+as|provided\s+that|when|"
    r"once(?=\s+(?:the|an|its|their|all|it|they|this|these|(?-i:[A-Z]))\b)"
)
# Up to a clause that is joined, or the sentence's end.
_NO_JOINT = r"(?:(?!,\s(?:and|then)\s)[^.;:])"
_IN_VIEW_OF = (
    r"in\s+(?:the\s+)?(?:view|light|anticipation|expectation)\s+of|ahead\s+of|in\s+(?:good\s+)?time\s+for|"
    r"in\s+preparation\s+for|in\s+readiness\s+for|in\s+advance\s+of|because\s+of|owing\s+to|pending"
)
_AT = "in|on|at|by|from|for|before|during|until|of|due"
_BEGUN_AT = r"(?:by|in|on|from|not?\s+later\s+than|before|during)"
# What somebody wants or awaits, which is not yet what is promised.
_WANTS = (
    "(?:will|plans?|is|are|has|have|can|expects?|aims?|hopes?|intends?|wants?|seeks?|proposes?)"
)

ROLES: tuple[Role, ...] = (
    row(
        "name part-of-name",
        _NO_PREPOSITION
        # "the FY 2026-2030 EPA Strategic Plan": a name between.
        + r"<T>\s+(?-i:(?:[A-Z][\w&-]*\s+){0,3})"
        r"(?:edition|version|strateg(?:y|ic)|plan\b|report|budget|census|act\b|survey|guidelines?|"
        r"standards?|roadmap|framework|baseline|levels?|appropriations?|decadal|decision|review\b|"
        r"results?|data|policy|directive|project|initiative|agenda|vision|targets?|goals?)\b"
        # A year right between an article and its thing: "fulfil the 2026 commitments".
        r"||(?:^|(?<!by )(?<!in )(?<!for )(?<!before )(?<!during )(?<!than )(?<!from )(?<!on )"
        r"(?<!at )(?<!over )(?<!until )(?<!through )(?<!of )(?<!time )\b)(?:the|its|their|our)\s"
        r"<T>(?<=\s20[0-9]{2})\s+(?!deadline|target)[a-z]",
        """consistent with the 2020 Strategy, act → 2020
        fund it in the FY 2026 budget request → FY2026 | above 2015 levels → 2015
        apply the 2024 guidelines → 2024 | update the 2023 report → 2023
        use the 2020 census → 2020 | to the Seabed 2030 project → 2030
        towards the 2035 targets → 2035
        keep it in line with the FY 2026 GSA Strategic Plan → FY2026
        in step with the 2027 National Space Strategy → 2027
        fulfil the 2026 commitments on nitrates → 2026 | The 2027 Bill will set a cap → 2027
        pay the 2026 entrants to the scheme → 2026""",
        """by 2026 NASA Survey ends | in 2027 ESA Data opens
        by 2026 report on it | in 2027, plan the launch | publish a budget by FY 2026
        no later than 2028 | starting in 2026 act | the report due in 2026
        open it by the 2028 season | meet the 2027 deadline | plant for the 2027 season""",
    ),
    row(
        "name part-of-name",
        r"(?:\bact\s+of|\bagenda|\bvision|\bhorizon|\bstrategy|\broadmap|\bcensus\s+of)\s+<T>"
        # A year right behind a capital in mid-sentence: Spending Review 2027, Natura 2000.
        + r"||[a-z,)]\s"
        + _NO_PREPOSITION
        + r"(?-i:(?!Late|Early|Mid|Summer|Winter|Spring|Autumn|Fall"
        r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+){0,3})\s"
        r"<T>(?<=[0-9])",
        """under the Space Act of 2015 → 2015 | align with Vision 2030 → 2030
        the Agenda 2030 goals → 2030 | as in Strategy 2025 → 2025 | the Roadmap 2040 → 2040
        under the Act of 1958 → 1958 | to inform Spending Review 2027 → 2027
        designate sites of Natura 2000 → 2000 | prepare for Census 2031 → 2031
        for the Paris Games Expo 2030 → 2030""",
        """act by 2030 | finish the strategy in 2025 | update the agenda by 2026
        adopt the roadmap no later than 2027 | hold a census in 2030 | the vision for 2030
        bring a Bill to the House this financial year | open the School next year
        open on Friday 8 May 2026 | by Autumn 2027 | no later than Easter, 2027 | Publish 2027
        publish it in Summer 2027 | before Q3 2026""",
    ),
    row(
        "past was-done",
        r"\b(?:since|as\s+of|dated|issued|published|released|signed|adopted|enacted|established|"
        r"completed|launched|held|begun|initiated|approved|announced)(?:\s+(?:in|on|early\s+in))?\s+<T>",
        """build on the plan published in 2019 → 2019
        use the satellite launched in 2018 → 2018 | the order dated May 4, 2018 → 2018-05-04
        in force since 2017 → 2017 | the study completed in 2019 → 2019
        the policy adopted in 2018 → 2018""",
        """publish it in 2027 | launch it in 2028 | will be completed by 2027
        establish it in 2026 | hold it in 2029 | sign it on May 4, 2027""",
    ),
    row(
        "horizon anothers",
        _NO_PREPOSITION + r"<T>\s+(?:olympics?|games|world\s+cup|expo\b|conference|summit|"
        r"general\s+assembly|elections?)",
        """in time for the 2028 Olympics → 2028 | prepare for the 2027 conference → 2027
        present it at the 2026 summit → 2026 | for the 2030 Games → 2030
        before the 2030 World Cup → 2030 | show it at the 2027 Expo → 2027""",
        """hold a summit by 2027 | host a conference in 2026 | by 2028 games are held
        in 2026, expo staff | no later than 2030 | starting in 2027""",
    ),
    row(
        "commitment by medium",
        # What is brought about, told of in a clause: "one desk, which is to be open by".
        r"\b(?:an?|one|single|new|another)\s(?:[^,.;:\s]+\s){0,6}[^,.;:\s]+,\s(?:which|that)\s"
        r"(?:will|shall|must|is\sto|are\sto)\b(?!\sbe\s(?:planned|due|expected))"
        r"[^.;:]{0,120}?\s(?:by|in|no\slater\sthan|before|during|from|on)\s(?:the\s+)?<T>",
        """Combine both in one permit desk, which will be open by June 2027 → 2027-06
        Build a register of wells, which is to hold all wells by 2028 → 2028
        Draft a new guide, which shall be in use no later than 2029 → 2029
        Found an institute, which will train nurses from 2027 → 2027
        Set up a single portal, which must serve all ports by May 4, 2028 → 2028-05-04
        Create another fund, which will open in Q3 2027 → 2027-07..2027-09""",
        """support the mission, which ESA will launch in 2028
        join the survey which will end in 2029
        fund a guide by 2027, which will be free | use the code, which is to end by 2028
        publish a guide, which users read in 2027 | build one by 2030""",
    ),
    row(
        "horizon anothers medium",
        r"^(?:help|support|assist|encourage|enable|back)\b[^.;:]{0,100}?(?:\b(?:their|its)(?:\sown)?|['’]s?|\bof\sthe\s\w+)\s"
        r"(?:[a-z-]+\s)?(?:aims?|goals?|targets?|ambitions?|objectives?|pledges?)\b[^.;:]{0,140}?\s<T>",
        """Assist recyclers in reaching their own goal, a rate of 90% by 2035 → 2035
        Support the industry's aim of recovering 90% of lithium by 2035 → 2035
        Help farmers meet their targets for nitrate by 2030 → 2030
        Encourage ports towards their net-zero ambition for 2040 → 2040
        Back the airlines' pledge to halve noise by 2032 → 2032
        Enable schools to reach their goals in 2029 → 2029
        support the trade in reaching its target of 30% women by 2030 → 2030""",
        """Meet the goal of 90% by 2035 | Support ports by 2030 | Help farmers open 20 shops in 2027
        Reach their goal by 2029 | Support it by 2030, in line with their goals
        Train the industry's staff by 2028""",
    ),
    row(
        "horizon premise medium",
        # A clause that begins the sentence ends with its comma.
        rf"(?:^|[.;]\s)(?:{_IF})\b[^.;:,]{{0,80}}?\s<T>"
        rf"||[^\s.;]\s(?:{_IF})\b{_NO_JOINT}{{0,120}}?\s<T>",
        """Because the treaty ends in 2030, negotiate → 2030
        Given that demand doubles by 2028, expand → 2028
        If the rule changes in 2027, adapt → 2027
        Assuming that the fleet retires by 2029, plan → 2029
        In case it fails before 2026, prepare → 2026
        act, because the lease ends in 2031 → 2031
        double the places, once the board has closed its review, planned for 2027 → 2027
        Once the port opens in 2028, move the boats → 2028
        amend it as soon as the Act applies in 2029 → 2029
        widen it when the census ends in 2031 → 2031
        keep it open unless the mine closes in 2030 → 2030
        join, provided that Norway joins in 2028 → 2028""",
        """by 2030, act because it is needed | in 2027 decide if it is needed
        publish by 2028 | given time; finish by 2029 | finish in 2026 in case it fails
        start in 2031 | If needed, publish it by 2027 | ask if it is needed, and report by 2027
        Once the port is open, close the quay by 2028 | report once in 2027
        meet once a year from 2028""",
    ),
    row(
        "horizon premise medium",
        rf"\b(?:{_IN_VIEW_OF})\s+(?!(?:its|our)\b)"
        r"(?:[^.;:,\s]+(?:,(?=\s(?:planned|scheduled|due|expected|foreseen|set)\b))?\s){1,12}?"
        rf"(?:{_AT})\s+(?:the\s+)?<T>"
        rf"||\b(?:{_IN_VIEW_OF})\s+(?!(?:its|our)\b)(?:[^.;:,\s]+\s){{1,8}}?<T>",
        """prepare it, in view of the expiry of the Decision at the end of 2028 → 2028
        finish the review by May, ahead of the credit's expiry in March 2027 → 2027-03
        train staff in anticipation of the rule due in 2027 → 2027
        in the light of the change of the Act in 2029, amend it → 2029
        collect data in time for the fair of 2031 → 2031
        agree on it in good time for the report foreseen for 2029 → 2029
        In preparation for the elections in May 2028, test it → 2028-05
        pending the decision of the Court in 2027, hold it back → 2027
        recruit pilots ahead of the opening of the lock, scheduled for May 2028 → 2028-05""",
        """in view of the need, publish it by 2027 | ahead of its launch in 2027, test it
        by 2028, amend it in view of the Act | in the light of the review, and by 2027, act
        open it in time by 2029, and close it | given the Act; publish by 2027 | in 2027
        decide on it pending the review; report in 2028""",
    ),
    row(
        "horizon anothers medium",
        # What ends or comes into force is not what is promised of it.
        rf"(?:\b{_THAT}|\bwhich|\bwhose(?:\s[\w-]+){{1,3}})\s(?:will\s)?(?:expires?|ends?|lapses?|retires?|runs?(?:\sout)?|"
        r"falls?\sdue|takes?\seffect|(?:enters?|comes?)\sinto\s[a-z]+|appl(?:y|ies)(?:\sto(?:\s[a-z]+){1,3})?)"
        r"(?:\sof\s[a-z]+)?\s(?:in|on|at|from|by|until|through)\s(?:the\s+)?<T>"
        r"||\bbefore\s(?:[\w-]+\s){1,5}?(?:expires?|ends?|lapses?|closes?|retires?)\s(?:in|on|at)\s(?:the\s+)?<T>"
        # "Align it with the rules to be adopted in".
        r"||\b(?:with|under|of|to|from|for)\s(?:the|an?|its)\s(?:(?!is\b|are\b)[\w-]+\s){1,4}to\sbe\s[a-z]+\s(?:in|by|on)\s(?:the\s+)?<T>"
        r"||\bprepar(?:e|es|ing)\b[^.;:,]{0,60}?\sfor\s(?:the|its|their)\s(?:entry\s+into|expiry|end|lapse|"
        r"application|withdrawal|coming\s+into|introduction|arrival)\b[^.;:,]{0,60}?\s(?:in|on|from|by)\s(?:the\s+)?<T>",
        """renew the contract which expires in 2029 → 2029
        find berths for boats whose leases end on May 4, 2028 → 2028-05-04
        amend the rule that lapses in 2027 → 2027
        train vets for the code that takes effect from 2028 → 2028
        Prepare ports for the entry into force of the directive on 1 January 2029 → 2029-01-01
        Prepare for the withdrawal of the licence in 2027 → 2027
        replace the radar that will run out of parts by 2030 → 2030
        tender the ferry again before the contract expires in June 2028 → 2028-06
        Align the code with the IMO rules to be agreed in 2027 → 2027
        agree on a successor to the pact that runs until 2028 → 2028""",
        """ensure that the lease ends in 2027 | end the lease in 2028 | prepare a guide by 2027
        Prepare for the introduction of it, and open it in 2028
        move those whose leases end to new sites by 2027 | the code that applies, by 2028
        Prepare the end of peat sales in 2028 | publish a guide to be revised in 2027
        the check of the scheme is to be made in 2027
        end it before 2028 | before it ends, by 2027, renew it""",
    ),
    row(
        "horizon possible",
        # Not the month.
        rf"\b(?:may(?!,?\s+[0-9])|might|could)\b{_CLAUSE}\s<T>",
        """capacity may run out by 2030 → 2030 | a shortage that could occur in 2027 → 2027
        it might slip to 2028 → 2028 | debris may return in 2026 → 2026
        which could end before 2029 → 2029 | demand might double by 2031 → 2031""",
        """by 2030, find what may fail | in 2027 show what could be saved
        will end by 2028 | publish in 2026 | no later than 2029 | on May 4, 2027
        open it in May 2027 and close it by June 2028""",
    ),
    row(
        "horizon anothers medium",
        # A time behind a comma of its own is no longer the clause's.
        rf"\b(?:(?:{_THAT}|which|who)\b{_MAIN_VERB}|whose\b|where\b){_ENDED}{_CLAUSE_OPEN}\b{_WANTS}\b{_CLAUSE_OPEN}"
        r"(?<!, by)(?<!, in)(?<!, on)(?<!, from)(?<!, before)(?<!, during)(?<!, no later than)\s<T>"
        # "the policy that", without that: "studies they intend to complete in".
        r"||[a-z]\s(?:they|others|partners|members|users|states)\s"
        r"(?:intend|plan|hope|expect|aim|want|propose|mean)s?\s(?:to\s)?[^.;:,]{0,60}?\s<T>"
        r"||\b(?:the|an?|any|each|this|every)\s(?:[\w-]+\s){1,4}(?-i:[A-Z][\w.&-]*)\s"
        r"(?:intends|plans|hopes|expects|aims|wants|proposes|is)\sto\s[^.;:,]{0,60}?\s<T>",
        """support the mission that ESA will launch in 2028 → 2028
        use the data which the agency plans to release by 2027 → 2027
        join the survey that is planned for 2029 → 2029
        assist partners whose vehicle will fly in 2026 → 2026
        the base where crews will live by 2030 → 2030
        the standard that ISO expects to issue in 2027 → 2027
        data for the atlas, whose authors aim to finish by 2030 → 2030
        feed the model which users hope to run in 2028 → 2028
        data for the study of policy they intend to complete in 2028 → 2028
        serve the mission ESA plans to fly in 2029 → 2029
        use the ship that also will be refitted in 2028 → 2028
        join the trial that is planned and will be run in 2027 → 2027
        serve the base where crews on leave will be housed by 2030 → 2030""",
        """by 2028, launch what will be used | publish by 2027 the data that users need
        will fly in 2026 | is due in 2027 | in 2029, join the survey
        the agency will live with it by 2030
        ensure that all sites are open by 2027 | make sure that services will be online by 2027
        so that every agency has a plan by June 2026 | verify that all labs can report by 2026
        departments will ensure that staff are trained by 2025
        require that each port has a plan by 2027 | ensuring that users can pay by 2028
        open the fund for which the budget will provide, during 2027
        adopt the code that ISO will edit, by 2028 | Partners plan to open it in 2027
        a case for a boat, which is to succeed the old one, will be made by 2026
        the wells, which farmers will use, are to be dug in 2027
        the code, which was made in 2024, will be revised before 2028
        the office that holds it, where few can read it, shall print it in 2027
        Plants for the towns that still discharge sewage will be completed by December 2027
        Plans for the lakes which do not have one will be drawn up by June 2028
        The farms that have joined the scheme are to be visited in 2027
        All quays which are too short must be lengthened before 2029
        Clinics that serve fewer than 40 people a day will cease to open by 2028
        Clinics whose leases end in 2028 will move to new sites by 2027
        Files of those who have left the trade shall be closed no later than May 2028""",
    ),
    row(
        "horizon anothers medium",
        # What a thing is to others, without a promise: "the deadline that most face in".
        r"(?:\b(?:the|an?|this|these|any|its|their)\s(?:[\w-]+\s){1,5}"
        rf"(?:{_THAT}|which|whom|whose(?:\s[\w-]+){{1,3}})|\w,\s(?:which|whom|whose(?:\s[\w-]+){{1,3}}))\s"
        r"(?:(?:most|many|some|all|each|every|they|the|these|its|their|other|an?)\b|(?-i:[A-Z]))"
        rf"(?:(?!\b{_WANTS}\b)[^.,;:]){{1,60}}?\s(?:in|from|on|during|for)\s(?:the\s+)?<T>",
        """plan for the deadline that most systems face in 2037 → 2037
        prepare for the review that the Council holds in 2028 → 2028
        support the census that every state takes in 2030 → 2030
        train for the rule which all ports follow from 2027 → 2027
        use the window that NASA opens on May 4, 2029 → 2029-05-04
        meet the cap which the Act sets for 2032 → 2032
        keep it open while the third cycle, which the timetable sets for 2031, is awaited → 2031
        inform the fleet, whose first boat the programme foresees for launch in 2032 → 2032
        keep the sites for the satellite whose launch the agency now foresees for 2026 → 2026""",
        """ensure that the register opens in 2027 | show that all sites close in 2028
        by 2028, publish the tool that all ports use | build the tool that they need by 2027
        confirm that NASA reports in 2029 | open the site which serves ports in 2027""",
    ),
    row(
        "horizon anothers medium",
        # Two subjects: what the one plans is why the other acts.
        rf"^[^;.]{{2,80}}?\b(?!will\b){_WANTS}\s(?:to|due|expected|set)\b{_CLAUSE}\s<T>"
        r"[^;.]{0,60}(?:;|, (?:and|so|while))\s+(?:the\s+)?[^;.,]{2,60}?\s(?:will|shall|must)\b"
        # What is awaited behind a promise: "; the council is expected to adopt it in 2029".
        r"||;\s+(?:(?:the|an?|this|its|their)\s|(?-i:[A-Z]))[^;.]{2,90}?\s"
        r"(?:takes|enters|expires|ends|applies|begins|comes|closes|starts|opens|meets|falls|lapses)\b"
        r"[^;.,]{0,60}?\s<T>"
        rf"||;\s+(?:the\s+)?[^;.]{{2,60}}?\s(?:is|are)\s+(?:expected|due|likely|set)\s+to\b{_CLAUSE}\s<T>",
        """ESA plans to fly it in 2027; the agency will assess the effect → 2027
        The bank intends to close in 2028; the office will find another → 2028
        The rule is due to change by 2029, so the board will amend the guide → 2029
        Norway hopes to join in 2030, and the centre will help it → 2030
        The lease is set to end in 2031; NOAA will move the buoy → 2031
        The old mast is expected to fail by 2027; the unit will replace it → 2027
        Propose a rule; the council is expected to adopt it in 2029 → 2029
        Move the buoy; the lease is due to end by 2030 → 2030
        Adopt the standard; the rule of the Union takes effect in February 2027 → 2027-02
        Move the herd; the lease of the land ends on May 1, 2028 → 2028-05-01""",
        """The agency will act in 2027; the office will help | NASA plans to launch it in 2028
        ESA plans to fly it; the agency will assess it by 2028
        The board intends to meet in 2027, and report by 2028
        The agency will publish it by 2027; users will read it | In 2027, plan it; do it
        Clear the site; then close it in 2027 | Open it; NOAA will start it in 2028""",
    ),
    row(
        "horizon anothers medium",
        r"[a-z],\s+(?:expected|anticipated|foreseen|awaited)\s+(?:for|in|by|on)\s+(?:the\s+)?<T>||"
        r"[a-z],\s+(?:due|set|expected|scheduled)\s+to\s+[a-z]+\s(?:[^.;:,]{0,40}?\s)?(?:for|in|by|on)\s+(?:the\s+)?<T>||"
        r"[a-z]\s+(?<!is )(?<!are )(?<!be )(?:planned|scheduled|slated|expected|anticipated|"
        r"foreseen|envisaged|projected|intended)\s+"
        r"(?:for|in|by|to\s+\w+\s+(?:[^.;:]{0,40}?\s)?(?:in|by))\s+(?:the\s+)?<T>",
        """support the flight planned for 2028 → 2028
        prepare for a rule expected in 2027 → 2027
        a payload for the lander scheduled for 2029 → 2029
        the mission slated to launch in 2030 → 2030
        use the release anticipated by 2026 → 2026 | a visit scheduled for June 2027 → 2027-06
        prepare for the new border system, expected in 2027 → 2027
        extend the scheme, due to end in 2026, once more → 2026
        move the herd off the land, set to be sold on May 4, 2028 → 2028-05-04""",
        """the launch is planned for 2028 | publish by 2027
        the tests are scheduled for 2029 | planned work ends by 2030
        will be scheduled for 2026 | in 2027, an expected rule | open the clinic, planned for 2027
        It is, as expected, to end in 2027 | finish it, due in 2028""",
    ),
    row(
        "horizon looked-towards",
        # Towards the end of a year is in it.
        r"\btowards?\s+(?:the\s+)?<T>(?<!end of [0-9]{4})||"
        r"\b(?:ahead\s+of|in\s+anticipation\s+of|looking\s+(?:ahead\s+)?to|beyond|after|"
        r"in\s+preparation\s+for|with\s+a\s+view\s+to)\s+(?:the\s+)?<T>",
        """build capacity towards 2040 → 2040 | plan for operations beyond 2030 → 2030
        study uses after 2028 → 2028 | looking ahead to 2035 → 2035
        in anticipation of 2030 → 2030 | ahead of the 2030s → 2030..2039""",
        """by 2030, work towards it | in 2028 and thereafter | no later than 2027
        finish in 2040 | starting from 2030 | before 2035 | print it towards the end of 2027""",
    ),
    row(
        "start new-action",
        r"(?<!that )(?<!which )\b(?:start(?:s|ing)?|begin(?:s|ning)?|commenc(?:es?|ing)|"
        r"not\s+before|not?\s+earlier\s+than|effective|with\s+effect|launching)\s*"
        r"(?:in|on|with|from|by|no\s+later\s+than)?\s*(?:the\s+)?<T>||\b(?:from|as\s+(?:from|of))\s+(?:the\s+)?<T>"
        r"||<T>\s+(?:onwards?|and\s+(?:beyond|thereafter|after))\b",
        """starting in FY 2026, publish it → FY2026 | beginning in 2027, hold it → 2027
        effective January 1, 2028, require it → 2028-01-01
        commencing in Q3 FY 2026, train → FY2026Q3 | from 2027 onward, share data → 2027
        start by June 2026 → 2026-06 | use it, FY27 onward → FY2027
        in 2028 and thereafter → 2028 | Service to the islands starts on 1 July 2027 → 2027-07-01
        Charging at the ports begins in FY 2028 → FY2028
        Teaching commences in May 2027 → 2027-05 | Open it, but not before 2028 → 2028
        No earlier than May 4, 2027, close the quay → 2027-05-04""",
        """finish by 2027 | start the work and end it in 2028 | in 2026, publish
        no later than 2029 | from the plan by 2030 | effective rules by 2027
        support the cycle that starts in 2028 | finish it before the season starts, by 2027""",
    ),
    row(
        "start begins",
        # What is done behind a first time, "start it by 2026 and finish it by", does not begin.
        r"\b(?:begin|start|commence|initiate|kick\s+off)\b(?!-)"
        # A number's own comma and what stands in brackets end no clause.
        r"(?:(?!20[0-9]{2}(?:[-–/][0-9]{2})?,?\s+(?:and|then|but)\b)(?:[^.;:,(]|\([^()]{2,80}\)|(?<=[0-9])[.,](?=[0-9]))){1,100}?\s"
        rf"{_BEGUN_AT}\s+(?:the\s+)?<T>"
        # An item that begins with it, with what is told of its thing: "Begin trials, at sea, by".
        r"||^(?:begin|start|commence|initiate)\s(?!-)(?:(?!,\s(?:and|then|but)\s|20[0-9]{2})[^.;:]){1,150}?,?\s"
        rf"{_BEGUN_AT}\s+(?:the\s+)?<T>"
        # "In FY 2027, begin a campaign".
        rf"||(?:^|[.;]\s|\band\s){_BEGUN_AT}\s+(?:the\s+)?<T>,?\s+"
        r"(?:[^.;:,]{2,60}?\s(?:will|shall|must)\s+(?:also\s+)?)?(?:begin|start|commence|initiate|kick\s+off)\s",
        """NASA will begin operations by December 2027 → 2027-12
        start a pilot in FY 2026 → FY2026 | will commence service no later than 2028 → 2028
        initiate a study in 2027 → 2027 | kick off the review by June 2026 → 2026-06
        begin training before 2029 → 2029 | begin to take fellows on October 1, 2026 → 2026-10-01
        In FY 2027, begin a campaign on floods → FY2027
        Start trials, at one farm in the north and one in the south, no later than 2028 → 2028
        By May 2028 the Port Office will start to dredge the bay → 2028-05
        The board will begin to license wells above 2,000 litres in 2027 → 2027
        The office will start issuing warnings for four rivers (Moy, Erne, Suck) in 2028 → 2028
        Start classes in Cork, Galway and Sligo in 2028 → 2028
        The farms will commence tests of 1.5 metre rows by May 2027 → 2027-05""",
        """complete the start-up by 2027 | begin now, and finish by 2028
        publish in 2026 | will end by 2027 | no later than 2030 | in 2027, end the beginning
        by 2028, help those who start a farm | Begin the survey, and finish it, by 2027
        Start-ups, of any kind, in 2027 | Start it soon (by 2026, if need be), and end it by 2027
        The port will begin it (in part), and will finish by 2028""",
    ),
    row(
        "commitment by",
        r"\b(?:by|no\s+later\s+than|not\s+later\s+than|before|prior\s+to|until|through|within|due(?:\s+(?:in|on))?|"
        r"deadline:?|target(?:\s+date)?:?|completion:?|complete\s+in)\s+(?:the\s+)?<T>"
        # "Extend the grants, due to end in 2026, to 2030".
        r"||\b(?:extend|prolong|continue|keep)(?:ed|ing)?\b(?:(?!\bfrom\b)[^.;:]){1,100}?\sto\s+(?:the\s+)?<T>",
        """publish it by December 2027 → 2027-12
        no later than March 31, 2026, report → 2026-03-31
        finish by the end of FY 2027 → FY2027 | before 2028, test it → 2028
        continue through 2026 → 2026 | due June 2026 → 2026-06
        extend the grants for wells to 2030 → 2030 | keep the desk open to May 2027 → 2027-05""",
        """starting by 2027 | in 2026, publish it | during FY 2027 | may close by 2028
        ahead of 2028 | the report of May 4, 2027""",
    ),
    row(
        "commitment in",
        r"\b(?:in|during|within|on|at|for|over|between|throughout|towards?)\s+(?:the\s+)?(?:period\s+)?<T>",
        """publish it in Q3 2026 → 2026-07..2026-09 | during FY 2026, train → FY2026
        on June 30, 2026, close → 2026-06-30 | hold it in the first half of 2027 → 2027H1
        over winter 2026/27, fix it → 2026-12..2027-02 | plant trees throughout 2028 → 2028
        Towards the end of 2027, print it → 2027""",
        """publish it by 2026 | starting in 2027 | might end in 2028 | issued in 2018
        the mission that ESA will fly in 2029 | towards 2030""",
    ),
    row(
        "commitment stands-with medium",
        r"[(:–—-]\s*<T>",
        """Publish the register (June 2026) → 2026-06 | Launch: 2027 → 2027
        Open the hall – spring 2028 → 2028-03..2028-05 | Close it (FY 2027) → FY2027
        Fly it — mid-2029 → mid-2029 | Test it (Q3 2026) → 2026-07..2026-09""",
        """Publish it (by 2026) | Launch: in 2027 | Open it – from 2028 | Fly it 2029
        Test it (starting in 2026) | Move it, 2027""",
    ),
    row(
        "commitment nothing-else low",
        r"<T>",
        """Publish 2026 → 2026 | Move it, 2027 → 2027 | Open the hall FY 2028 → FY2028
        June 2026 opening → 2026-06 | Q3 2026 launch → 2026-07..2026-09
        Fly mid-2029 → mid-2029""",
        """Publish by 2026 | Move it in 2027 | Open: 2028 | from June 2026
        the 2026 budget | towards 2030""",
    ),
)
