namespace PpcAds.Sdk.Reports;

/// <summary>What Amazon refuses for one report type only. Amazon Ads reporting v3: the report type's page.</summary>
internal static class ReportTypeRules
{
    private static readonly string[] GroupBysThatDspInventoryNeeds =
        ["supplySource", "site"];

    public static void Check(ReportRequest request, ReportType type, List<InputProblem> problems)
    {
        switch (type.Id)
        {
            case ReportTypes.DspInventory.Id:
                CheckInventory(request, problems);
                break;
            case ReportTypes.DspBidAdjustment.Id:
                CheckBidAdjustment(request, problems);
                break;
            case ReportTypes.DspBrandSuitability.Id:
                CheckBrandSuitability(request, problems);
                break;
            default:
                break;
        }
    }

    private static void CheckInventory(ReportRequest request, List<InputProblem> problems)
    {
        if (request.GroupBy.Count > 0 && !request.GroupBy.Intersect(GroupBysThatDspInventoryNeeds, StringComparer.Ordinal).Any())
        {
            problems.Add(new InputProblem(
                nameof(ReportRequest.GroupBy),
                string.Join(", ", request.GroupBy),
                $"{ReportTypes.DspInventory.Id} needs supplySource or site among its groupings.")
            {
                AllowedValues = GroupBysThatDspInventoryNeeds,
            });
        }
    }

    private static void CheckBrandSuitability(ReportRequest request, List<InputProblem> problems)
    {
        if (request.GroupBy.Contains("contentCategory") && request.GroupBy.Contains("inventoryTier"))
        {
            problems.Add(new InputProblem(
                nameof(ReportRequest.GroupBy),
                string.Join(", ", request.GroupBy),
                $"{ReportTypes.DspBrandSuitability.Id} takes contentCategory or inventoryTier, not both in one request."));
        }
    }

    private static void CheckBidAdjustment(ReportRequest request, List<InputProblem> problems)
    {
        for (int i = 0; i < request.Columns.Count; i++)
        {
            if (request.Columns[i] == "matchRate" && request.TimeUnit == ReportTimeUnit.Summary)
            {
                problems.Add(new InputProblem(
                    ReportRequestValidator.At(nameof(ReportRequest.Columns), i),
                    request.Columns[i],
                    $"a column of {ReportTypes.DspBidAdjustment.Id} only with timeUnit DAILY, and the request has SUMMARY."));
            }
        }
    }
}
