namespace PpcAds.Sdk.TestApp;

/// <summary>An order of the application's own.</summary>
public class Order
{
    public int Id { get; set; }

    public string Customer { get; set; } = "";
}
