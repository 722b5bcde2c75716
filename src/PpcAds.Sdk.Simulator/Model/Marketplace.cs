namespace PpcAds.Sdk.Simulator.Model;

/// <summary>A country in which Amazon sells ads.</summary>
internal sealed record Marketplace(SimulatorRegion Region, string CountryCode, string CurrencyCode, string TimeZone, string Id)
{
    /// <summary>The order in which profiles are dealt out: regions in turn, the large countries first.</summary>
    public static readonly IReadOnlyList<Marketplace> All =
    [
        new(SimulatorRegion.NA, "US", "USD", "America/Los_Angeles", "ATVPDKIKX0DER"),
        new(SimulatorRegion.EU, "UK", "GBP", "Europe/London", "A1F83G8C2ARO7P"),
        new(SimulatorRegion.FE, "JP", "JPY", "Asia/Tokyo", "A1VC38T7YXB528"),
        new(SimulatorRegion.NA, "CA", "CAD", "America/Los_Angeles", "A2EUQ1WTGCTBG2"),
        new(SimulatorRegion.EU, "DE", "EUR", "Europe/Paris", "A1PA6795UKMFR9"),
        new(SimulatorRegion.FE, "AU", "AUD", "Australia/Sydney", "A39IBJ37TRP1C6"),
        new(SimulatorRegion.NA, "MX", "MXN", "America/Los_Angeles", "A1AM78C64UM0Y8"),
        new(SimulatorRegion.EU, "FR", "EUR", "Europe/Paris", "A13V1IB3VIYZZH"),
        new(SimulatorRegion.FE, "SG", "SGD", "Asia/Singapore", "A19VAU5U5O7RUS"),
        new(SimulatorRegion.NA, "BR", "BRL", "America/Sao_Paulo", "A2Q3Y263D00KWC"),
        new(SimulatorRegion.EU, "IT", "EUR", "Europe/Paris", "APJ6JRA9NG5V4"),
        new(SimulatorRegion.EU, "ES", "EUR", "Europe/Paris", "A1RKKUPIHCS9HS"),
        new(SimulatorRegion.EU, "AE", "AED", "Asia/Dubai", "A2VIGQ35RCS4UG"),
        new(SimulatorRegion.EU, "BE", "EUR", "Europe/Brussels", "AMEN7PMS3EDWL"),
        new(SimulatorRegion.EU, "EG", "EGP", "Africa/Cairo", "ARBP9OOSHTCHU"),
        new(SimulatorRegion.EU, "IE", "EUR", "Europe/Dublin", "A28R8C7NBKEWEA"),
        new(SimulatorRegion.EU, "IN", "INR", "Asia/Kolkata", "A21TJRUUN4KGV"),
        new(SimulatorRegion.EU, "NL", "EUR", "Europe/Amsterdam", "A1805IZSGTT6HS"),
        new(SimulatorRegion.EU, "PL", "PLN", "Europe/Warsaw", "A1C3SOZRARQ6R3"),
        new(SimulatorRegion.EU, "SA", "SAR", "Asia/Riyadh", "A17E79C6D8DWNP"),
        new(SimulatorRegion.EU, "SE", "SEK", "Europe/Stockholm", "A2NODRKZP88ZB9"),
        new(SimulatorRegion.EU, "TR", "TRY", "Europe/Istanbul", "A33AVAJ2PDY3EV"),
        new(SimulatorRegion.EU, "ZA", "ZAR", "Africa/Johannesburg", "AE08WJ6YKNBMC"),
    ];

    /// <summary>
    /// The same countries in an order that follows the dice. Each place keeps its region, so that regions still alternate.
    /// </summary>
    public static IReadOnlyList<Marketplace> Shuffled(Dice dice)
    {
        Dice own = dice.For("marketplaces");
        var decks = All.GroupBy(marketplace => marketplace.Region).ToDictionary(
            region => region.Key,
            region => new Queue<Marketplace>(region.OrderBy(marketplace => own.For(marketplace.CountryCode).Unit())));
        return [.. All.Select(marketplace => decks[marketplace.Region].Dequeue())];
    }

    /// <summary>Decimal places of money: yen have none.</summary>
    public int MoneyDecimals => CurrencyCode == "JPY" ? 0 : 2;

    /// <summary>An amount in the currency, from its smallest unit; exact.</summary>
    public decimal ToMajor(long minor) => MoneyDecimals == 0 ? minor : minor / 100m;

    /// <summary>The day that it is in this marketplace.</summary>
    public DateOnly DateAt(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
}
