namespace PpcAds.Sdk.Exports.Wire;

internal sealed record ExportRequestBody
{
    public required IReadOnlyList<AdProduct> AdProductFilter { get; init; }

    public required IReadOnlyList<EntityState> StateFilter { get; init; }

    public IReadOnlyList<ExportedTargetType>? TargetTypeFilter { get; init; }

    public IReadOnlyList<string>? TargetLevelFilter { get; init; }

    public IReadOnlyList<bool>? NegativeFilter { get; init; }

    public static ExportRequestBody From(ExportRequest request)
    {
        var targets = request as TargetExportRequest;
        return new ExportRequestBody
        {
            AdProductFilter = request.AdProducts,
            StateFilter = request.States,
            TargetTypeFilter = targets?.TargetTypes,
            TargetLevelFilter =
                targets?.Level is { } level ? [level == ExportedTargetLevel.Campaign ? "CAMPAIGN" : "AD_GROUP"] : null,
            NegativeFilter = targets?.Negative is { } negative ? [negative] : null,
        };
    }
}
