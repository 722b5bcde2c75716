namespace AspNetHost.Shop;

/// <summary>What the service was made for.</summary>
internal sealed class Order
{
    public int Id { get; set; }

    public string Customer { get; set; } = "";
}
